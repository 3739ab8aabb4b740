# Run by jingwei_embed_statements: MODULE, STATEMENTS and PARTS (lists of .sql files), OUT (directory).
#
# A part is text that several statements share: sql/parts/filter.sql takes the place of :filter in
# them and in other parts, without the comment that it begins with.
file(MAKE_DIRECTORY ${OUT})

function(put_parts_in text out)
  foreach(round RANGE 1 3)  # a part may hold another, and that one a third
    foreach(file IN LISTS PARTS)
      get_filename_component(stem ${file} NAME_WE)
      file(READ ${file} part)
      string(REGEX REPLACE "^(--[^\n]*\n)+" "" part "${part}")
      string(STRIP "${part}" part)
      # The whole word: :line is not the beginning of :line_columns.
      string(REGEX REPLACE ":${stem}([^a-z_]|$)" "${part}\\1" text "${text}")
    endforeach()
  endforeach()
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# PostgreSQL knows parameters by number only: $due_at becomes $1, $2, … in the order of first use, and
# the names go into db::Statement::parameters.
function(number_parameters text out names_out)
  string(REGEX MATCHALL "\\$[a-z][a-z_]*" names "${text}")
  list(REMOVE_DUPLICATES names)
  set(number 0)
  foreach(name IN LISTS names)
    math(EXPR number "${number} + 1")
    string(REGEX REPLACE "\\${name}([^a-z_]|$)" "$${number}\\1" text "${text}")
  endforeach()
  list(TRANSFORM names REPLACE "[$]" "")
  list(JOIN names " " names)
  set(${out} "${text}" PARENT_SCOPE)
  set(${names_out} "${names}" PARENT_SCOPE)
endfunction()

set(header "// Made from server/${MODULE}/sql by cmake/embed_statements.cmake.\n#pragma once\n\n")
string(APPEND header "#include <span>\n\n#include \"db/statement.h\"\n\nnamespace jingwei::${MODULE}::sql {\n")
set(source "#include \"${MODULE}/statements.h\"\n\nnamespace jingwei::${MODULE}::sql {\n")
set(every "")
foreach(file IN LISTS STATEMENTS)
  get_filename_component(stem ${file} NAME_WE)
  file(READ ${file} text)
  put_parts_in("${text}" text)
  number_parameters("${text}" text names)
  string(APPEND header "extern const db::Statement ${stem};\n")
  string(APPEND source
    "const db::Statement ${stem}{\"${MODULE}.${stem}\", R\"~sql~(${text})~sql~\",\n    \"${names}\"};\n")
  string(APPEND every "    &${stem},\n")
endforeach()
string(APPEND header "/// All of them, for the test that prepares each against the schema.\n")
string(APPEND header "std::span<const db::Statement* const> every_statement();\n")
string(APPEND source "static const db::Statement* const every[] = {\n${every}};\n")
string(APPEND source "std::span<const db::Statement* const> every_statement() { return every; }\n")
string(APPEND header "}  // namespace jingwei::${MODULE}::sql\n")
string(APPEND source "}  // namespace jingwei::${MODULE}::sql\n")
file(WRITE ${OUT}/statements.h "${header}")
file(WRITE ${OUT}/statements.cpp "${source}")
