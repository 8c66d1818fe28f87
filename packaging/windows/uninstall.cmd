@echo off
rem Takes the service away that install.cmd made. Images and settings stay. Run as administrator.
setlocal DisableDelayedExpansion
net session >nul 2>nul || (echo Click this file with the right button and choose "Run as administrator". & pause & exit /b 1)
pushd "%~dp0.."
service\DicomViewerService.exe //DS//HospitalDicomViewer
if errorlevel 1 (echo The service could not be removed. & pause & exit /b 1)
echo The service is removed. Images and settings are still in the folder.
pause
