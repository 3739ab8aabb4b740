# Makes OUT (a .cpp) of every .sql file in ROOT/db/migrations and ROOT/db/setup.
# server/db/embedded_scripts.h declares what it defines.
set(source "// Made from db/ by cmake/embed_scripts.cmake.\n#include \"db/embedded_scripts.h\"\n\n")
string(APPEND source "#include <array>\n\nnamespace jingwei::db::embedded {\n")

function(embed folder function)
  file(GLOB files ${ROOT}/db/${folder}/*.sql)
  list(LENGTH files count)
  set(array "static constexpr std::array<Script, ${count}> k_${folder}{{\n")
  foreach(file IN LISTS files)
    get_filename_component(stem ${file} NAME_WE)
    file(READ ${file} text)
    string(APPEND array "{\"${stem}\", R\"~sql~(${text})~sql~\"},\n")
  endforeach()
  string(APPEND array "}};\nstd::span<const Script> ${function}() { return k_${folder}; }\n")
  set(source "${source}${array}" PARENT_SCOPE)
endfunction()

embed(migrations migrations)
embed(setup set_up_scripts)
string(APPEND source "}  // namespace jingwei::db::embedded\n")
file(WRITE ${OUT} "${source}")
