# The headers of server/precompiled.h, compiled once: a third of the time of a build.
# Precompiled headers serve only sources that are compiled with the same options.
function(jingwei_precompiled_headers)
  set(empty ${CMAKE_BINARY_DIR}/generated/no_source.cpp)
  file(WRITE ${empty}.new "")
  file(COPY_FILE ${empty}.new ${empty} ONLY_IF_DIFFERENT)
  add_library(jingwei_headers OBJECT ${empty})
  target_precompile_headers(jingwei_headers PRIVATE ${CMAKE_SOURCE_DIR}/server/precompiled.h)
  target_link_libraries(jingwei_headers PRIVATE fmt::fmt)
  add_library(jingwei_test_headers OBJECT ${empty})
  target_precompile_headers(jingwei_test_headers
    PRIVATE ${CMAKE_SOURCE_DIR}/server/precompiled_for_tests.h)
  target_compile_options(jingwei_test_headers PRIVATE ${JINGWEI_TEST_OPTIONS})
  target_link_libraries(jingwei_test_headers PRIVATE fmt::fmt GTest::gmock)
endfunction()

# What is tested is built as it ships; optimising the tests themselves only takes time.
set(JINGWEI_TEST_OPTIONS $<$<CONFIG:Release>:-O0>)

# jingwei_module(NAME [USES module…] [LINKS library…] [DATA file…])
#
# One directory server/NAME is one library target jingwei_NAME. A module sees the headers of the
# modules that it names in USES and of no other: every module exposes a directory of its own that
# holds one link to its sources, so a forbidden #include does not build.
#
# By name of the file:  *_test.cpp     pure tests        → NAME_test
#                       *_dbtest.cpp   on PostgreSQL     → NAME_dbtest
#                       *_bench.cpp    left to bench/
#                       sql/*.sql      embedded, one db::Statement each → "NAME/statements.h"
#                       sql/parts/*.sql put in where a statement says :part
# DATA names files from the top of the project that are built in: → "NAME/data.h"
function(jingwei_module name)
  cmake_parse_arguments(ARG "" "" "USES;LINKS;DATA" ${ARGN})
  set(target jingwei_${name})
  set(here ${CMAKE_CURRENT_SOURCE_DIR}/${name})
  set(door ${CMAKE_BINARY_DIR}/include/${name})
  file(MAKE_DIRECTORY ${door})
  file(CREATE_LINK ${here} ${door}/${name} SYMBOLIC)

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${here}/*.cpp)
  set(pure ${sources})
  set(on_database ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|dbtest|bench)\\.cpp$")
  list(FILTER pure INCLUDE REGEX "_test\\.cpp$")
  list(FILTER on_database INCLUDE REGEX "_dbtest\\.cpp$")

  file(GLOB statements CONFIGURE_DEPENDS ${here}/sql/*.sql)
  if(statements)
    jingwei_embed_statements(${name} "${statements}" generated)
    list(APPEND sources ${generated})
    set_property(GLOBAL APPEND PROPERTY JINGWEI_MODULES_WITH_SQL ${name})
  endif()
  if(ARG_DATA)
    jingwei_embed_data(${name} "${ARG_DATA}" generated)
    list(APPEND sources ${generated})
  endif()

  if(sources)
    set(access PUBLIC)
    add_library(${target} STATIC ${sources})
    target_precompile_headers(${target} REUSE_FROM jingwei_headers)
    if(statements OR ARG_DATA)
      target_include_directories(${target} PRIVATE ${CMAKE_BINARY_DIR}/generated/${name})
    endif()
  else()
    set(access INTERFACE)
    add_library(${target} INTERFACE)
  endif()
  target_include_directories(${target} ${access} ${door})
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(${target} ${access} jingwei_${used})
  endforeach()
  if(ARG_LINKS)
    target_link_libraries(${target} ${access} ${ARG_LINKS})
  endif()

  jingwei_tests(${name}_test ${target} "${pure}" "")
  jingwei_tests(${name}_dbtest ${target} "${on_database}" jingwei_testing)
  foreach(test IN ITEMS ${name}_test ${name}_dbtest)
    if(TARGET ${test} AND (statements OR ARG_DATA))
      target_include_directories(${test} PRIVATE ${CMAKE_BINARY_DIR}/generated/${name})
    endif()
  endforeach()
endfunction()

function(jingwei_tests test target sources support)
  if(NOT sources)
    return()
  endif()
  add_executable(${test} ${sources})
  target_precompile_headers(${test} REUSE_FROM jingwei_test_headers)
  target_link_libraries(${test} PRIVATE ${target} ${support} GTest::gtest_main GTest::gmock)
  target_compile_definitions(${test} PRIVATE JINGWEI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_compile_options(${test} PRIVATE ${JINGWEI_TEST_OPTIONS})
  set_property(GLOBAL APPEND PROPERTY JINGWEI_TESTS ${test})
  add_test(NAME ${test} COMMAND ${test})
endfunction()

# Turns sql/find_case.sql into  namespace jingwei::NAME::sql { extern const db::Statement find_case; }
function(jingwei_embed_statements name statements out)
  set(dir ${CMAKE_BINARY_DIR}/generated/${name}/${name})
  set(script ${CMAKE_SOURCE_DIR}/cmake/embed_statements.cmake)
  file(GLOB parts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/sql/parts/*.sql)
  add_custom_command(
    OUTPUT ${dir}/statements.h ${dir}/statements.cpp
    COMMAND ${CMAKE_COMMAND} -DMODULE=${name} "-DSTATEMENTS=${statements}"
      "-DPARTS=${parts}" -DOUT=${dir} -P ${script}
    DEPENDS ${statements} ${parts} ${script}
    COMMENT "Embedding the statements of ${name}"
    VERBATIM)
  set(${out} ${dir}/statements.h ${dir}/statements.cpp PARENT_SCOPE)
endfunction()

# Embeds db/migrations and db/setup into a target: server/db/embedded_scripts.h.
function(jingwei_embed_scripts target)
  file(GLOB scripts CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/db/migrations/*.sql ${CMAKE_SOURCE_DIR}/db/setup/*.sql)
  set(script ${CMAKE_SOURCE_DIR}/cmake/embed_scripts.cmake)
  set(out ${CMAKE_BINARY_DIR}/generated/db/embedded_scripts.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_SOURCE_DIR} -DOUT=${out} -P ${script}
    DEPENDS ${scripts} ${script}
    COMMENT "Embedding migrations and set-up"
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()

# Turns data/calendar/cn.json into  namespace jingwei::NAME::data { extern const std::string_view cn; }
function(jingwei_embed_data name files out)
  set(dir ${CMAKE_BINARY_DIR}/generated/${name}/${name})
  set(script ${CMAKE_SOURCE_DIR}/cmake/embed_data.cmake)
  list(TRANSFORM files PREPEND ${CMAKE_SOURCE_DIR}/)
  add_custom_command(
    OUTPUT ${dir}/data.h ${dir}/data.cpp
    COMMAND ${CMAKE_COMMAND} -DMODULE=${name} "-DFILES=${files}" -DOUT=${dir} -P ${script}
    DEPENDS ${files} ${script}
    COMMENT "Embedding the data of ${name}"
    VERBATIM)
  set(${out} ${dir}/data.h ${dir}/data.cpp PARENT_SCOPE)
endfunction()
