package org.coordinationledger.service.identity;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coordinationledger.actor.Role;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.OrganisationId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The API: HTTP Basic against the users file, or a bearer token that the service itself issued, without sessions or
 * cookies (hence without CSRF tokens). Health and the description
 * of the API are open, and so are the checkpoints and hashes of the ledger; figures for Prometheus are for administrators and auditors, since the latter can only read; all
 * else needs a user.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IdentityProperties.class, AuthorityProperties.class})
class IdentityConfiguration {

    private static final String[] OPEN = {"/health", "/health/**", "/openapi", "/openapi/**"};
    private static final String LOG_ENTRIES = "/log/tile/entries/**";
    private static final String[] LOG = {"/log/checkpoint", "/log/vkey", "/log/tile/**"};
    private static final String FIGURES = "/metrics";
    private static final String CHALLENGE = "Basic realm=\"coordination-ledger\", charset=\"UTF-8\"";
    private static final Duration LONGEST_WAIT_FOR_CHECK = Duration.ofSeconds(2);

    @Bean
    Administration administration(IdentityProperties properties) {
        return new Administration(new OrganisationId(properties.administration()));
    }

    @Bean
    UserDirectory userDirectory(IdentityProperties properties, Administration administration) {
        return new UserDirectory(
                new UsersFile(properties.usersFile()),
                administration.organisation(),
                properties.bcryptStrength(),
                System::nanoTime);
    }

    @Bean
    AuthenticationManager authenticationManager(UserDirectory users, AuthenticationEventPublisher events) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        int processors = Runtime.getRuntime().availableProcessors();
        provider.setPasswordEncoder(new BoundedPasswordEncoder(
                new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder())),
                processors,
                LONGEST_WAIT_FOR_CHECK));
        ProviderManager manager = new ProviderManager(provider);
        manager.setAuthenticationEventPublisher(events);
        return manager;
    }

    @Bean
    LoginTokens loginTokens(IdentityProperties properties, UserDirectory users, Clock ledgerClock) {
        return new LoginTokens(TokenKey.of(properties.tokenKeyFile()), users, ledgerClock);
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationManager authenticationManager,
            ActorProvider actors,
            ProblemWriter problems,
            LoginTokens tokens)
            throws Exception {
        AuthenticationEntryPoint whoAreYou = (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            problems.write(failure, request, response);
        };
        AccessDeniedHandler notYou = (request, response, failure) -> problems.write(failure, request, response);
        return http.authenticationManager(authenticationManager)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(LOG_ENTRIES)
                        .authenticated()
                        .requestMatchers(LOG)
                        .permitAll()
                        .requestMatchers(FIGURES)
                        .hasAnyRole(Role.ADMINISTRATOR.name(), Role.AUDITOR.name())
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(whoAreYou))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(whoAreYou).accessDeniedHandler(notYou))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'self'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> {}))
                .addFilterBefore(bearer(tokens, whoAreYou), BasicAuthenticationFilter.class)
                .addFilterAfter(new ActorLogFilter(actors), AuthorizationFilter.class)
                .build();
    }

    private static BearerTokenAuthenticationFilter bearer(LoginTokens tokens, AuthenticationEntryPoint whoAreYou) {
        AuthenticationManager byToken = given -> tokens.read(
                        ((BearerTokenAuthenticationToken) given).getToken(), LoginTokens.Use.API)
                .orElseThrow(() -> new InvalidBearerTokenException("no token of this service for its API"))
                .login();
        BearerTokenAuthenticationFilter filter = new BearerTokenAuthenticationFilter(byToken);
        filter.setAuthenticationEntryPoint(whoAreYou);
        return filter;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, failure) ->
                problems.write(new ServiceRejection.BadRequest(HttpStatus.BAD_REQUEST), request, response);
    }

    @Bean
    WebMvcConfigurer actorArguments(ActorProvider actors) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgumentResolver(actors));
            }
        };
    }
}
