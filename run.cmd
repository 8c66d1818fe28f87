@echo off
rem Builds the first time (delete the folder target to build anew) and starts the appliance; run --help lists the options.
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
set "JAR=%HERE%target\hospital-dicom-viewer-0.1.0.jar"
set "JDK="
for %%C in ("%JAVA_HOME%") do call :candidate "%%~C"
for /d %%C in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%USERPROFILE%\.jdks\*25*") do call :candidate "%%~C"
if not defined JDK (
  echo No JDK 25 found. Install Temurin 25 from adoptium.net or set JAVA_HOME to a JDK 25.
  exit /b 1
)
set "JAVA_HOME=%JDK%"
if not exist "%JAR%" (
  where mvn >nul 2>nul || (echo Maven is missing. Install it from maven.apache.org and put it on the PATH. & exit /b 1)
  echo Building: the first time downloads libraries and takes a few minutes...
  pushd "%HERE%"
  call mvn --batch-mode --no-transfer-progress -Dvaadin.ci.build=true package -DskipTests > build.log 2>&1
  if errorlevel 1 (popd & echo The build failed; its output is in build.log. & exit /b 1)
  popd
)
rem A relative --home means the caller's folder; without one the home is beside this script.
echo " %*" | findstr /c:" --home" >nul || cd /d "%HERE%"
if not defined VIEWER_JAVA_OPTIONS set "VIEWER_JAVA_OPTIONS=-Xmx512m"
"%JAVA_HOME%\bin\java" %VIEWER_JAVA_OPTIONS% -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar "%JAR%" %*
exit /b %errorlevel%

:candidate
if defined JDK goto :eof
if not exist "%~1\bin\javac.exe" goto :eof
"%~1\bin\javac.exe" -version 2>&1 | findstr /r /c:"javac 2[5-9]" >nul && set "JDK=%~1"
goto :eof
