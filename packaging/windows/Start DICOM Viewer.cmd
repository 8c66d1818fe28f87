@echo off
rem Starts the appliance in a small window of its own and opens the browser. When it runs already, only the browser opens.
rem When it cannot start, a window says why.
setlocal DisableDelayedExpansion
pushd "%~dp0"
set "WINDOW=%~1"
if not defined WINDOW (
  start "Hospital DICOM Viewer Pro" /min "%ComSpec%" /d /c call "Start DICOM Viewer.cmd" small
  exit /b 0
)
call viewer.cmd
if "%errorlevel%"=="0" exit /b 0
if "%WINDOW%"=="small" (
  start "Hospital DICOM Viewer Pro" "%ComSpec%" /d /c call "Start DICOM Viewer.cmd" large
  exit /b 1
)
pause
exit /b 1
