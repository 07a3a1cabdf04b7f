package jp.mimamori.access.web;

import java.time.Clock;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Throttle;
import jp.mimamori.audit.AuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/** What stands at the door of every request: who it is from, and what a browser may do with the answer. Which right each needs stands at its handler. */
@Configuration
@EnableMethodSecurity
@EnableConfigurationProperties(SignInSettings.class)
class DoorRules {

    /** Nothing from elsewhere and nothing written into a page runs or paints. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String[] OPEN = {"/sign-in", "/first-run", "/style/**", "/script/**", "/webjars/**", "/language", "/actuator/health", "/actuator/health/liveness",
        "/actuator/health/readiness", "/error"};

    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SecurityFilterChain door(HttpSecurity http, SignInOutcome outcome, Accounts accounts, SignInSettings settings,
            ObjectProvider<ClientRegistrationRepository> providers) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN).permitAll()
                .requestMatchers("/actuator/**").hasAuthority("ADMINISTER").anyRequest().authenticated());
        http.formLogin(form -> form.loginPage("/sign-in").successHandler(outcome).failureHandler(outcome));
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(elsewhere -> elsewhere.loginPage("/sign-in").successHandler(outcome).failureHandler(outcome::elsewhereFailed)
                    .userInfoEndpoint(user -> user.oidcUserService(new ElsewhereSigners(accounts, settings))));
        }
        http.addFilterBefore(new WelcomeFilter(accounts), AuthorizationFilter.class);
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")));
        return http.build();
    }

    @Bean
    UserDetailsService signers(Accounts accounts) {
        return name -> {
            Account account = accounts.named(name).filter(Account::active).orElseThrow(() -> new UsernameNotFoundException(name));
            String hash = accounts.passwordHash(name).orElseThrow(() -> new UsernameNotFoundException(name));
            return User.withUsername(account.name()).password(hash)
                    .authorities(account.rights().stream().map(right -> new SimpleGrantedAuthority(right.name())).toList()).build();
        };
    }

    @Bean
    AuthenticationProvider byPassword(UserDetailsService signers, PasswordEncoder passwords, Throttle throttle, Clock clock) {
        var provider = new DaoAuthenticationProvider(signers);
        provider.setPasswordEncoder(passwords);
        return new ThrottledSignIn(provider, throttle, clock);
    }

    @Bean
    SignInOutcome outcome(AuditTrail trail, Accounts accounts, Throttle throttle, Clock clock) {
        return new SignInOutcome(trail, accounts, throttle, clock);
    }
}
