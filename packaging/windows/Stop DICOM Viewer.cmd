@echo off
rem Stops the appliance of this folder, its database too, and waits until both have ended.
setlocal DisableDelayedExpansion
pushd "%~dp0"
call viewer.cmd --stop
if not "%errorlevel%"=="0" pause
