# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target with the flags of every room, program and test. Nothing is set globally.
add_library(project_flags INTERFACE)
target_compile_features(project_flags INTERFACE cxx_std_20)
target_compile_options(project_flags INTERFACE
    -Wall -Wextra -Wconversion # narrowing and sign changes are how counters go wrong
    # A hidden name is a second meaning for one word; not where it is another source's.
    $<$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wshadow>
    -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wcast-align
    -Wnull-dereference -Wimplicit-fallthrough
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
    -Werror)
# Where sources are compiled together gcc takes them for headers, whose types must not use such of a
# namespace without a name.
target_compile_options(project_flags INTERFACE
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>:-Wno-subobject-linkage>)
# When it optimises, gcc 12 finds null dereferences and overlapping copies inside the standard
# library's own inlined code (gcc bug 105651); the debug build keeps both warnings.
target_compile_options(project_flags INTERFACE
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-null-dereference;-Wno-restrict>)

# The core, which is what the fuzz targets test, tells libFuzzer where it has been; only these link
# its main.
add_library(fuzz_flags INTERFACE)
if(SWEEPSCOPE_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
        message(FATAL_ERROR "SWEEPSCOPE_FUZZ needs clang; use the preset fuzz")
    endif()
    target_compile_options(fuzz_flags INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(project_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(SWEEPSCOPE_SANITIZE)
    target_compile_options(project_flags INTERFACE
        -fsanitize=${SWEEPSCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
        # With sanitizers gcc takes what an empty std::optional has not set for something that is read.
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(project_flags INTERFACE -fsanitize=${SWEEPSCOPE_SANITIZE})
endif()
