#pragma once

#include <boost/describe.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/seal.h"

namespace jingwei::backup {

/// What one base backup says of itself: manifest.json.
struct Manifest {
    std::int32_t format = 1;
    std::string program;  ///< version of the Jingwei that made it
    Time began;
    Time ended;  ///< the earliest moment that it can be restored to
    std::string first_segment;
    std::map<std::string, std::string> key_marks;  ///< number of a key → its mark
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (format, program, began, ended, first_segment, key_marks))

/// Tells whether a key is the same one and nothing else of it.
std::map<std::string, std::string> marks_of(const KeyRing& keys);

void write_manifest(const std::filesystem::path& base, const Manifest& manifest);
/// Throws std::runtime_error when it cannot be understood.
Manifest read_manifest(const std::filesystem::path& base);

struct Base {
    std::filesystem::path folder;
    Manifest manifest;
};

/// Every whole base backup in a backup folder, oldest first.
std::vector<Base> bases_of(const std::filesystem::path& backup);

}  // namespace jingwei::backup
