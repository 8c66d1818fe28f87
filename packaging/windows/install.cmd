@echo off
rem Makes the appliance start with Windows, as a service that is started again after a failure. Run as administrator.
rem uninstall.cmd takes it away again.
setlocal DisableDelayedExpansion
net session >nul 2>nul || (echo Click this file with the right button and choose "Run as administrator". & pause & exit /b 1)
pushd "%~dp0.."
set "HERE=%CD%"
rem The service runs as LocalService, an account with few rights, which may write into this folder only.
icacls "%HERE%" /grant *S-1-5-19:(OI)(CI)M /t /q >nul || (echo The rights of the folder cannot be set. & pause & exit /b 1)
if not exist home\logs mkdir home\logs
service\DicomViewerService.exe //IS//HospitalDicomViewer --DisplayName="Hospital DICOM Viewer Pro" --Startup=auto --ServiceUser=LocalService --StartMode=exe --StartPath="%HERE%" --StartImage="%ComSpec%" --StartParams="/d;/c;viewer.cmd;--no-browser" --StopMode=exe --StopPath="%HERE%" --StopImage="%ComSpec%" --StopParams="/d;/c;viewer.cmd;--stop" --StopTimeout=180 --LogPath="%HERE%\home\logs" --LogPrefix=service
if errorlevel 1 (echo The service could not be installed. & pause & exit /b 1)
sc failure HospitalDicomViewer reset= 86400 actions= restart/10000/restart/60000/restart/300000 >nul
sc start HospitalDicomViewer >nul
echo The service "Hospital DICOM Viewer Pro" is installed and started.
pause
