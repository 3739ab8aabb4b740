#include "http/openapi.h"

#include <iostream>

#include "app/commands.h"
#include "app/house.h"

namespace jingwei::app {

int print_openapi() {
    const SystemClock clock;
    const auto folder = std::filesystem::temp_directory_path() / "jingwei-openapi";
    // No request will come: keys and places stand for nothing.
    const House house(
        {{}, KeyRing({{1, std::string(KeyRing::kKeySize, '\0')}}), folder, "000000", {}}, clock);
    std::cout << http::openapi_document(house.routes, JINGWEI_VERSION);
    return 0;
}

}  // namespace jingwei::app
