#include <iostream>

#include "app/commands.h"
#include "app/deployment.h"

namespace jingwei::app {

int migrate(const Settings& settings) {
    db::Deployment deployment(deployment_options(settings));
    const auto report = deployment.open();
    for (const auto& name : report.applied)
        std::cout << "applied " << name << '\n';
    std::cout << "schema version " << report.schema_version << '\n';
    deployment.close();
    return 0;
}

}  // namespace jingwei::app
