"""A wheel of one platform, since the binary is inside, and of every Python, since nothing is compiled against it.

COPYDESK_VERSION and COPYDESK_PLATFORM come from scripts/wheel, which reads both off the binary.
"""
import os

from setuptools import Distribution, setup

try:
    from setuptools.command.bdist_wheel import bdist_wheel
except ImportError:  # setuptools before 70.1
    from wheel.bdist_wheel import bdist_wheel


class Wheel(bdist_wheel):
    """`py3-none-PLATFORM`."""

    def finalize_options(self):
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self):
        return "py3", "none", os.environ["COPYDESK_PLATFORM"]


class WithBinary(Distribution):
    """Goes where files of a platform go."""

    def has_ext_modules(self):
        return True


setup(version=os.environ["COPYDESK_VERSION"], cmdclass={"bdist_wheel": Wheel}, distclass=WithBinary)
