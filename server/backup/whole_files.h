#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

/// Files that appear whole or not at all, and their checksums as `sha256sum` writes them.
namespace jingwei::backup {

/// What is not whole yet ends with this.
inline constexpr std::string_view kPart = ".part";

/// All throw std::runtime_error or std::filesystem::filesystem_error, naming the file.
std::string read_whole(const std::filesystem::path& file);
void write_whole(const std::filesystem::path& file, std::string_view text);
/// Synced and renamed; readable by its owner only. The folder above it is made.
void copy_whole(const std::filesystem::path& from, const std::filesystem::path& to);

/// 64 lower-case hexadecimal digits.
std::string sha256_of_file(const std::filesystem::path& file);

/// Relative path → checksum.
using Sums = std::map<std::string, std::string>;

std::string sums_text(const Sums& sums);
/// Throws when a line is none.
Sums read_sums(const std::filesystem::path& list);

}  // namespace jingwei::backup
