package org.hospitalviewer.appliance.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.StartProblem;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.appliance.secret.SecretUnreadableException;
import org.hospitalviewer.appliance.secret.Secrets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;

/** The web interface over HTTPS, on a port of its own; the HTTP port then only leads there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "viewer.https", havingValue = "true")
class HttpsConfiguration {

    private static final String BUNDLE = "viewer";
    /** Enough to tell where to go. */
    private static final int SIGNPOST_THREADS = 10;

    @Bean
    ServerCertificate serverCertificate(ViewerSettings settings, Home home, Secrets secrets) {
        if (settings.httpsCertificate().isBlank()) {
            return new SelfMadeCertificate(home.config().resolve("https.p12"), secrets).open();
        }
        try {
            return new GivenCertificate(settings.httpsCertificate(), settings.httpsKey(),
                    secrets.get(HttpsKeyPassword.NAME).orElse("")).open();
        } catch (SecretUnreadableException e) {
            throw new StartProblem(e.getMessage() + " Start once with --viewer.https=false to correct it.", e);
        }
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> https(ViewerSettings settings,
                                                                   ServerCertificate certificate) {
        SslBundle bundle = SslBundle.of(SslStoreBundle.of(certificate.keyStore(), certificate.password(), null));
        return server -> {
            server.setSslBundles(new DefaultSslBundleRegistry(BUNDLE, bundle));
            server.setSsl(Ssl.forBundle(BUNDLE));
            server.setPort(settings.httpsPort());
            server.addAdditionalConnectors(plain(settings));
        };
    }

    private static Connector plain(ViewerSettings settings) {
        Connector connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(settings.httpPort());
        AbstractProtocol<?> protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
        protocol.setMaxThreads(SIGNPOST_THREADS);
        try {
            protocol.setAddress(InetAddress.getByName(settings.httpAddress()));
        } catch (UnknownHostException e) {
            throw new StartProblem("The address " + settings.httpAddress() + " given with --bind is not known.", e);
        }
        return connector;
    }

    @Bean
    FilterRegistrationBean<WayToHttps> wayToHttps(ViewerSettings settings) {
        FilterRegistrationBean<WayToHttps> way = new FilterRegistrationBean<>(new WayToHttps(settings.httpsPort()));
        way.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return way;
    }

    /** A browser that once took HSTS (RFC 6797) would never again let anybody past a warning: not for a self-made one. */
    @Bean
    Customizer<HeadersConfigurer<HttpSecurity>> strictTransport(ServerCertificate certificate) {
        return headers -> {
            if (certificate.selfMade()) {
                headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
            }
        };
    }
}
