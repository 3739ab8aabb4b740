# Language, warnings, sanitizers, and what makes a build quick (ccache, mold).
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

# One set of options for everything: see jingwei_precompiled_headers.
add_compile_options(-pthread)
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
# A developer mends warnings; whoever only builds, perhaps with another compiler, is not stopped by
# them. (GCC 12 also warns falsely at -O2.)
add_compile_options($<$<CONFIG:Debug>:-Werror>)
# GCC 12 reports moved-from std::optional and std::variant members as maybe-uninitialized at -O2.
add_compile_options(-Wno-maybe-uninitialized)
if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
  add_compile_options(-Wno-unknown-warning-option)
endif()
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -DNDEBUG")
# Quick enough to try millions of inputs, with every assertion.
set(CMAKE_CXX_FLAGS_FUZZ "-O1 -g1 -fno-sanitize-recover=all")
add_compile_definitions($<$<CONFIG:Debug,Fuzz>:_GLIBCXX_ASSERTIONS>)

set(JINGWEI_SANITIZE "" CACHE STRING "Sanitizers for every target, as in -fsanitize=…")
if(JINGWEI_SANITIZE)
  add_compile_options(-fsanitize=${JINGWEI_SANITIZE} -fno-omit-frame-pointer -O1)
  # With its instrumentation GCC 12 sees bounds where there are none; the sanitizer sees those that are.
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict)
  endif()
  add_link_options(-fsanitize=${JINGWEI_SANITIZE})
  if(JINGWEI_SANITIZE MATCHES thread)
    # The sanitizer does not know fences; Asio's are not needed where its queues take locks.
    add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
    add_compile_options(-Wno-tsan)
  endif()
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # Without these two ccache leaves alone whatever uses a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-fpch-preprocess)
  else()
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
  endif()
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
