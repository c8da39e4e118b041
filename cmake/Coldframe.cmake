# SPDX-License-Identifier: GPL-3.0-or-later
# How targets are made here: one static library per folder, one test binary per folder.

add_library(coldframe_options INTERFACE)
target_include_directories(coldframe_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(coldframe_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<BOOL:${COLDFRAME_WARNINGS_AS_ERRORS}>:-Werror>
  # A file that a unity build includes looks like a header to this warning.
  $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>)
target_compile_definitions(coldframe_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
  COLDFRAME_VERSION="${PROJECT_VERSION}")
if(COLDFRAME_SANITIZERS)
  target_compile_options(coldframe_options INTERFACE
    -fsanitize=${COLDFRAME_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  target_link_options(coldframe_options INTERFACE -fsanitize=${COLDFRAME_SANITIZERS})
endif()

# What is tested is optimised, the tests are not: that halves the time of building them.
set(coldframe_test_options $<$<CONFIG:Release>:-O0 -g0>)
include(PrecompiledHeaders)

if(BUILD_TESTING)
  # Qt6::Test without its definitions that name a folder, which no two targets would have alike. Its
  # headers look at the macros of the network and the window.
  add_library(coldframe_qttest INTERFACE)
  target_link_libraries(coldframe_qttest INTERFACE $<LINK_ONLY:Qt6::Test> Qt6::Network)
  target_include_directories(coldframe_qttest SYSTEM INTERFACE
    $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
endif()

file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/moc" INPUT "${CMAKE_CURRENT_LIST_DIR}/moc.in"
  FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)

# coldframe_finish_target(<name> core|gui|test|widgettest): for each target, once it has its sources.
function(coldframe_finish_target name kind)
  set_target_properties(${name} PROPERTIES AUTOMOC_EXECUTABLE "${PROJECT_BINARY_DIR}/moc")
  # Sources include what moc makes of their headers, so that this one has next to nothing.
  set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp"
    PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  coldframe_use_precompiled_headers(${name} ${kind})
endfunction()

find_program(COLDFRAME_MOLD mold)
if(COLDFRAME_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# coldframe_add_library(<name> SOURCES ... [LIBRARIES ...])
# Makes the static library coldframe_<name> with the alias coldframe::<name>. LIBRARIES are public.
function(coldframe_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES;PRIVATE_LIBRARIES")
  add_library(coldframe_${name} STATIC ${arg_SOURCES})
  add_library(coldframe::${name} ALIAS coldframe_${name})
  target_link_libraries(coldframe_${name} PUBLIC coldframe_options ${arg_LIBRARIES}
    PRIVATE ${arg_PRIVATE_LIBRARIES})
  set(gui_folder "${PROJECT_SOURCE_DIR}/gui")
  cmake_path(IS_PREFIX gui_folder "${CMAKE_CURRENT_SOURCE_DIR}" is_gui)
  if(is_gui)
    coldframe_finish_target(coldframe_${name} gui)
  else()
    coldframe_finish_target(coldframe_${name} core)
  endif()
endfunction()

# coldframe_add_test(<name> SOURCES ... [LIBRARIES ...] [LABELS ...] [WIDGETS] [LONG])
# Makes one test binary from all test classes of a folder and registers it. LONG: takes a minute or
# more, so it begins first.
function(coldframe_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "WIDGETS;LONG" "TIMEOUT;CONFIGURATION" "SOURCES;LIBRARIES;LABELS")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 400)
  endif()
  set(main "${PROJECT_SOURCE_DIR}/tests/support/testmain.cpp")
  add_executable(${name} ${main} ${arg_SOURCES})
  target_compile_definitions(${name} PRIVATE
    COLDFRAME_SOURCE_DIR="${PROJECT_SOURCE_DIR}" COLDFRAME_BINARY_DIR="${PROJECT_BINARY_DIR}"
    $<$<BOOL:${arg_WIDGETS}>:COLDFRAME_TEST_WIDGETS>)
  target_compile_options(${name} PRIVATE ${coldframe_test_options})
  target_link_libraries(${name} PRIVATE coldframe_options ${arg_LIBRARIES} coldframe_qttest
    $<$<BOOL:${arg_WIDGETS}>:Qt6::Widgets>)
  if(arg_WIDGETS)
    coldframe_finish_target(${name} widgettest)
  else()
    coldframe_finish_target(${name} test)
  endif()
  add_test(NAME ${name} COMMAND ${name} CONFIGURATIONS ${arg_CONFIGURATION})
  if(arg_LONG)
    set_tests_properties(${name} PROPERTIES COST 100)
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_DISABLE_STACK_DUMP=1;LC_ALL=C.UTF-8;TZ=UTC;LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0;UBSAN_OPTIONS=print_stacktrace=1;TSAN_OPTIONS=ignore_noninstrumented_modules=1 suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp")
endfunction()
