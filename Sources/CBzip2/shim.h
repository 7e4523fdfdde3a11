#pragma once
// It uses FILE, and includes what declares it only on Windows.
#include <stdio.h>
#include <bzlib.h>
