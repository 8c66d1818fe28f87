package org.hospitalviewer.access;

import java.time.Clock;
import java.util.Map;
import org.hospitalviewer.access.problem.ProblemWriter;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Who is asking is found out here; whether they may is said by {@link Rights} alone. */
@Configuration
class SecurityConfiguration implements WebMvcConfigurer {

    private final AuditLog audit;

    SecurityConfiguration(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RightsInterceptor(audit));
    }

    /** After the methods (order 0) and before the screens, which take every address. */
    @Bean
    SimpleUrlHandlerMapping unknownRoutes() {
        UnknownRoute nowhere = new UnknownRoute();
        SimpleUrlHandlerMapping routes = new SimpleUrlHandlerMapping(
                Map.of("/api/**", nowhere, "/dicom-web", nowhere, "/dicom-web/**", nowhere), 1);
        routes.setInterceptors(new RightsInterceptor(audit));
        return routes;
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new RememberingPasswordEncoder(new BCryptPasswordEncoder(), Clock.systemUTC());
    }

    @Bean
    static AuthenticationManager authenticationManager(Users users, PasswordEncoder encoder,
                                                       AuthenticationEventPublisher events) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(encoder);
        ProviderManager manager = new ProviderManager(
                new ThrottledLogin(provider, new LoginThrottle(Clock.systemUTC())));
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    @Bean
    static SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** REST and DICOMweb: the browser's session, or Basic for programs; no session is made for them. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, SecurityContextRepository sessions, ApiTokens tokens,
                                 AuthenticationManager authentication) throws Exception {
        ProblemWriter problems = new ProblemWriter();
        return http.securityMatcher("/api/**", "/dicom-web", "/dicom-web/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(sessions))
                // Each request of a program logs in for itself: a session for each would fill the memory.
                .sessionManagement(session -> session.requireExplicitAuthenticationStrategy(true))
                .authenticationManager(authentication)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems)
                        .securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .addFilterBefore(new TokenFilter(tokens), BasicAuthenticationFilter.class)
                // A browser's unsafe request is judged by its Origin: programs have no token to send.
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SameOriginFilter(), AuthorizationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
