@echo off
rem Builds Mimamori where it is missing, then runs it. Needs a JDK 17 or newer and Maven.
rem After changing sources, rules or tables delete target\mimamori.jar to have it built again.
setlocal
set "HERE=%~dp0"
set "JAR=%HERE%target\mimamori.jar"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAR%" goto run
echo mimamori: building (once, a minute or two the first time) ... 1>&2
call mvn -f "%HERE%pom.xml" -B -q -ntp -Dstyle.color=never -DskipTests -Dmaven.test.skip=true package 1>&2
if errorlevel 1 (
  echo mimamori: the build failed; the lines above say why. 1>&2
  exit /b 1
)
:run
set "JIT=-XX:TieredStopAtLevel=1"
if /i "%~1"=="decide" set "JIT=-Xmx256m -XX:TieredStopAtLevel=1"
if /i "%~1"=="schedule" set "JIT="
if /i "%~1"=="read" set "JIT=-XX:TieredStopAtLevel=1 -Xms256m -Xmx384m"
"%JAVA%" -XX:+UseSerialGC %JIT% %MIMAMORI_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
