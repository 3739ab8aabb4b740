# jingwei_embed_messages(TARGET): data/messages/*.json become part of TARGET (core/message_files.h).
# Also run as a script, with MESSAGES (list of files) and OUT (the source to write).
if(CMAKE_SCRIPT_MODE_FILE)
  set(source "// Made from data/messages by cmake/messages.cmake.\n")
  string(APPEND source "#include \"core/message_files.h\"\n\nnamespace jingwei {\nnamespace {\n\n")
  string(APPEND source "constexpr std::pair<std::string_view, std::string_view> kFiles[] = {\n")
  foreach(file IN LISTS MESSAGES)
    get_filename_component(name ${file} NAME)
    file(READ ${file} text)
    string(APPEND source "    {\"${name}\", R\"~json~(${text})~json~\"},\n")
  endforeach()
  string(APPEND source "};\n\n}  // namespace\n\n")
  string(APPEND source
    "std::span<const std::pair<std::string_view, std::string_view>> message_files() "
    "{ return kFiles; }\n\n}  // namespace jingwei\n")
  file(WRITE ${OUT} "${source}")
  return()
endif()

set(JINGWEI_MESSAGES_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(jingwei_embed_messages target)
  file(GLOB messages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/messages/*.json)
  set(out ${CMAKE_BINARY_DIR}/generated/message_files.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} "-DMESSAGES=${messages}" -DOUT=${out} -P ${JINGWEI_MESSAGES_SCRIPT}
    DEPENDS ${messages} ${JINGWEI_MESSAGES_SCRIPT}
    COMMENT "Embedding data/messages"
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
