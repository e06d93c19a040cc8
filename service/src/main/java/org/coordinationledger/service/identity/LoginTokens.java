package org.coordinationledger.service.identity;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Short-lived proofs of who has logged in, as JSON Web Tokens under a key that all processes of the service share. What
 * somebody may do is not in them: it is looked up each time, so that who was taken off the list of users has nothing.
 */
public final class LoginTokens {

    /** What a token is good for; one that is for something else is none. */
    public enum Use {
        /** Calling the API as somebody, in the header {@code Authorization: Bearer}. */
        API,
        /** Being logged in to the console. */
        CONSOLE
    }

    private static final String LOGGED_IN_AT = "auth_time";

    private final JwtEncoder encoder;
    private final SecretKey key;
    private final UserDetailsService users;
    private final InstantSource clock;

    LoginTokens(SecretKey key, UserDetailsService users, InstantSource clock) {
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<SecurityContext>(key));
        this.key = key;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Somebody whom a token names.
     *
     * @param issuedAt when this token was made
     * @param loggedInAt when a password was last given
     */
    public record Known(Authentication login, Instant issuedAt, Instant loggedInAt) {}

    /** @param loggedInAt when the user last gave a password */
    public String issue(String username, Use use, Duration life, Instant loggedInAt) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .subject(username)
                .audience(List.of(use.name()))
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .claim(LOGGED_IN_AT, loggedInAt.getEpochSecond())
                .build();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(), claims))
                .getTokenValue();
    }

    /** Who logged in by this token; empty if it is not ours, over, for another use, or names nobody any more. */
    public Optional<Known> read(String token, Use use) {
        try {
            Jwt jwt = decoder(use).decode(token);
            UserDetails user = users.loadUserByUsername(jwt.getSubject());
            Object loggedIn = jwt.getClaim(LOGGED_IN_AT);
            return loggedIn instanceof Number seconds
                    ? Optional.of(new Known(
                            UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()),
                            jwt.getIssuedAt(),
                            Instant.ofEpochSecond(seconds.longValue())))
                    : Optional.empty();
        } catch (JwtException | UsernameNotFoundException e) {
            return Optional.empty();
        }
    }

    private NimbusJwtDecoder decoder(Use use) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(java.time.Clock.fixed(clock.instant(), java.time.ZoneOffset.UTC));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.equals(List.of(use.name())))));
        return decoder;
    }
}
