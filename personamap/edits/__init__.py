"""Every way a project can change: functions from a project to a project.

An edit returns the same object when nothing changed, and takes every
trace of what it removes with it, so no caller has to remember cascades.
"""
