package org.hospitalviewer.ui;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.hospitalviewer.access.ScreenRights;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** The screens' way through Spring Security: their scripts and styles are public, each screen asks the rights table. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

    @Bean
    @Order(3)
    SecurityFilterChain screens(HttpSecurity http, AuthenticationManager authentication,
                                VaadinDefaultRequestCache wantedPages) throws Exception {
        HttpSessionRequestCache inSession = new HttpSessionRequestCache();
        // The address that somebody wanted is the one he gets, without a mark of the login on it.
        inSession.setMatchingRequestParameterName(null);
        wantedPages.setDelegateRequestCache(inSession);
        return http
                .authenticationManager(authentication)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin
                        .loginView(LoginView.class)
                        .enableAuthorizedRequestsConfiguration(false))
                .build();
    }

    @Bean
    static NavigationAccessControlConfigurer navigationAccess(ScreenRights rights) {
        return new NavigationAccessControlConfigurer()
                .withNavigationAccessChecker(rights)
                .withLoginView(LoginView.class);
    }
}
