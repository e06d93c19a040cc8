package org.coordinationledger.console.login;

import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.coordinationledger.service.identity.LoginTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.util.UriUtils;

/** Who may see pages: whoever has logged in on one. Forms carry a token against forgery; scripts come from here only. */
@Configuration(proxyBeanMethods = false)
public class ConsoleSecurity {

    static final String LOGIN = "/console/login";
    static final String REFUSED = "/console/login/refused";

    private static final String[] PAGES = {"/", "/favicon.ico", "/console", "/console/**", "/assets/**", "/webjars/**"};
    private static final String[] OPEN = {"/", "/favicon.ico", LOGIN, "/console/language/*", "/assets/**", "/webjars/**"};
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    @Bean
    LoginCookie loginCookie(LoginTokens tokens, Clock ledgerClock) {
        return new LoginCookie(tokens, ledgerClock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain consoleFilterChain(
            HttpSecurity http, AuthenticationManager authenticationManager, LoginCookie logins) throws Exception {
        LoginAgain again = new LoginAgain();
        CookieCsrfTokenRepository forgery = new CookieCsrfTokenRepository();
        forgery.setCookieCustomizer(cookie -> cookie.path("/console").sameSite("Lax").httpOnly(true));
        return http.securityMatcher(PAGES)
                .authenticationManager(authenticationManager)
                .csrf(csrf -> csrf.csrfTokenRepository(forgery))
                .securityContext(context -> context.securityContextRepository(logins))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(LOGIN)
                        .loginProcessingUrl(LOGIN)
                        .successHandler(again::goOn)
                        .failureHandler(again::failed))
                .logout(logout -> logout.logoutUrl("/console/logout")
                        .addLogoutHandler((request, response, login) -> LoginCookie.clear(request, response))
                        .logoutSuccessUrl(LOGIN + "?out"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(again::ask)
                        .accessDeniedHandler(again::denied))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterAfter(logins.renewing(), SecurityContextHolderFilter.class)
                .build();
    }

    static String asking(String then) {
        return LOGIN + "?then=" + UriUtils.encode(then, StandardCharsets.UTF_8);
    }
}
