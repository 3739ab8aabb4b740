#pragma once

#include "app/house.h"
#include "app/settings.h"
#include "db/deployment.h"

/// What commands that work on a database have in common.
namespace jingwei::app {

db::DeploymentOptions deployment_options(const Settings& settings);

/// What the house stands on, over an open deployment; the key file is made when there is none.
Ground ground_of(const Settings& settings, const db::Deployment& deployment);

}  // namespace jingwei::app
