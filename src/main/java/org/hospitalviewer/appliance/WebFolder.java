package org.hospitalviewer.appliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Keeps what the web server writes, such as uploads under way, in the home folder; by itself it would take the computer's
 * folder for temporary files. What a killed run left there is deleted.
 */
@Component
class WebFolder implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Path folder;

    WebFolder(Home home) {
        this.folder = home.requests();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            // Tomcat wants a folder of pages; there is none in it, the screens come out of the program.
            server.setDocumentRoot(Files.createDirectories(folder.resolve("no-pages")).toFile());
            server.setBaseDirectory(folder.toFile());
        } catch (IOException e) {
            throw new StartProblem("The folder " + folder + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
