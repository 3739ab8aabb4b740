#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace jingwei {

/// Name and text of every file in data/messages, put into the program by cmake/messages.cmake.
std::span<const std::pair<std::string_view, std::string_view>> message_files();

}  // namespace jingwei
