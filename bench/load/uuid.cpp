#include "load/uuid.h"

#include <chrono>

namespace jingwei::load {
namespace {

void write_hex(char* out, std::uint64_t value, int digits) {
    static constexpr char kDigits[] = "0123456789abcdef";
    for (int at = digits - 1; at >= 0; --at, value >>= 4)
        out[at] = kDigits[value & 0xf];
}

}  // namespace

std::uint64_t UuidMaker::random() {
    std::uint64_t mixed = (state_ += 0x9e3779b97f4a7c15);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
}

std::string UuidMaker::make() {
    using namespace std::chrono;
    const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const auto ms = static_cast<std::uint64_t>(now);
    const std::uint64_t high = random();
    const std::uint64_t low = random();
    std::string text(36, '-');
    write_hex(&text[0], ms >> 16, 8);
    write_hex(&text[9], ms, 4);
    write_hex(&text[14], 0x7000 | (high & 0x0fff), 4);
    write_hex(&text[19], 0x8000 | ((high >> 16) & 0x3fff), 4);
    write_hex(&text[24], low, 12);
    return text;
}

}  // namespace jingwei::load
