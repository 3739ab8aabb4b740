#pragma once

#include <filesystem>
#include <vector>

#include "demo/random.h"
#include "files/vault.h"

namespace jingwei::demo {

/// A few drawings that stand where a unit's photos would: street, lamp, bins, tree; plainly drawn,
/// so that nobody takes them for photographs. Kept once each; cases share them.
std::vector<files::KeptFile> draw_pictures(const files::Vault& vault,
                                           const std::filesystem::path& scratch, Random random);

}  // namespace jingwei::demo
