@echo off
rem The program itself, in this window: viewer --help lists what it can do. Files and folders in its options are named
rem with their whole path. Everything it writes stays in the folder "home" beside this file.
setlocal DisableDelayedExpansion
rem Java finds a folder whose name has letters of any script only from within; on a network share this lends it a drive.
pushd "%~dp0"
if not exist runtime\bin\java.exe (
  echo The folder is not complete: runtime\bin\java.exe is missing. Unzip the whole file, then start from the new folder.
  popd
  exit /b 1
)
if not defined VIEWER_JAVA_OPTIONS set "VIEWER_JAVA_OPTIONS=-Xmx512m"
runtime\bin\java.exe %VIEWER_JAVA_OPTIONS% -Dfile.encoding=UTF-8 -XX:AOTCache=app\hospital-dicom-viewer.aot -Xlog:disable -XX:-UsePerfData -XX:ErrorFile=home\logs\java-crash-%%p.log -Dviewer.database-programs=mariadb --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar app\hospital-dicom-viewer.jar --home home %*
set "RESULT=%errorlevel%"
popd
exit /b %RESULT%
