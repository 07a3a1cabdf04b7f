package jp.mimamori.access.web;

import java.util.Locale;
import java.util.Set;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Role;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Whoever the hospital's own provider vouches for: their account is made or brought up to date with each sign-in. Nobody comes in without
 * a role, under a closed account, or under the name of an account that has a password here.
 */
final class ElsewhereSigners implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_ROLE = "mimamori_no_role";
    static final String NO_NAME = "mimamori_no_name";

    private final OidcUserService provider = new OidcUserService();
    private final Accounts accounts;
    private final SignInSettings settings;

    ElsewhereSigners(Accounts accounts, SignInSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        Object claimed = user.getClaims().get(settings.nameClaim());
        String name = String.valueOf(claimed).toLowerCase(Locale.ROOT);
        if (claimed == null || !Account.isName(name) || accounts.passwordHash(name).isPresent()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NO_NAME), "no account name of its own: " + settings.nameClaim());
        }
        Set<Role> roles = settings.of(user.getClaims().get(settings.rolesClaim()));
        if (roles.isEmpty() || !accounts.named(name).map(Account::active).orElse(true)) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NO_ROLE), "no role for " + name);
        }
        String fullName = user.getFullName() == null || user.getFullName().isBlank() ? name : user.getFullName();
        return new Known(user, accounts.elsewhere(name, fullName.substring(0, Math.min(100, fullName.length())), roles));
    }

    /** Known here by the account's name. */
    private static final class Known extends DefaultOidcUser {

        private static final long serialVersionUID = 1L;
        private final String account;

        Known(OidcUser user, Account account) {
            super(account.rights().stream().map(right -> new SimpleGrantedAuthority(right.name())).toList(), user.getIdToken(), user.getUserInfo());
            this.account = account.name();
        }

        @Override
        public String getName() {
            return account;
        }
    }
}
