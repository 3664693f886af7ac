package tacit.surface.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.access.Principal;
import tacit.api.access.Tokens;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;

/** Keeps digests of random tokens; a host without an operator gets one at its first start. Thread-safe. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StoredTokens.Config.class)
public final class StoredTokens implements Tokens {

    /** Where the operator's token is left. */
    @ObjectClassDefinition(name = "Tacit tokens")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "Where the file operator-token is written")
        String data_directory();

        @AttributeDefinition(
                name = "Cache seconds",
                description = "How long a token that another host revoked may still work here, in [0, 300]")
        int cache_seconds() default 5;
    }

    private static final Logger log = LoggerFactory.getLogger(StoredTokens.class);
    private static final String FIRST_OPERATOR = "operator";
    private static final int TOKEN_BYTES = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final SecureRandom random = new SecureRandom();
    private final TokenTable table;
    private final AuditLog audit;
    private final Clock clock;
    private final OperatorTokenFile file;
    private final Duration cacheTime;
    private volatile @Nullable Snapshot snapshot;

    @Activate
    public StoredTokens(
            @Reference Database database, @Reference AuditLog audit, @Reference Clock clock, Config config) {
        if (config.data_directory() == null || config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        if (config.cache_seconds() < 0 || config.cache_seconds() > 300) {
            throw new IllegalArgumentException("cache.seconds must be in [0, 300], got " + config.cache_seconds());
        }
        database.migrate("tacit.surface.access", StoredTokens.class);
        this.table = new TokenTable(database);
        this.audit = audit;
        this.clock = clock;
        this.file = new OperatorTokenFile(Path.of(config.data_directory()));
        this.cacheTime = Duration.ofSeconds(config.cache_seconds());
        if (table.all().stream().noneMatch(token -> token.principal().role() == AccessRole.OPERATOR)) {
            create(new Principal(FIRST_OPERATOR, AccessRole.OPERATOR, Scope.ofDefaultWorkspace()), "tacit");
        }
    }

    @Override
    public Optional<Principal> authenticate(String token) {
        String hash = Digest.of(token);
        Principal holder = null;
        for (StoredToken known : current()) {
            if (Digest.same(known.hash(), hash)) {
                holder = known.principal();
            }
        }
        return Optional.ofNullable(holder);
    }

    /** Makes a token; one for an operator is also written to the operator's file where that is missing. */
    @Override
    public String create(Principal principal, String actor) {
        if (principal.name().isBlank() || principal.name().length() > 100) {
            throw new IllegalArgumentException("name must have 1 to 100 characters");
        }
        refuseTaken(principal.name());
        audit.write(actor, "token.create", principal.name(), details(principal));
        String token = "tct_" + Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes());
        if (!table.add(new StoredToken(Digest.of(token), principal), clock.instant())) {
            throw taken(principal.name());
        }
        forget();
        if (principal.role() == AccessRole.OPERATOR && !file.exists()) {
            file.write(token);
        }
        return token;
    }

    @Override
    public boolean revoke(String name, String actor) {
        audit.write(actor, "token.revoke", name, Map.of());
        boolean found = table.remove(name);
        forget();
        return found;
    }

    @Override
    public List<Principal> list() {
        return table.all().stream().map(StoredToken::principal).toList();
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** As they were read within the cache time; from half of it on one caller reads them again, and nobody waits for that. */
    private List<StoredToken> current() {
        Instant now = clock.instant();
        Snapshot known = snapshot;
        if (known == null || !holds(known, now, cacheTime)) {
            lock.lock();
            try {
                return readAgain(now, cacheTime);
            } finally {
                lock.unlock();
            }
        }
        if (!holds(known, now, cacheTime.dividedBy(2)) && lock.tryLock()) {
            try {
                return readAgain(now, cacheTime.dividedBy(2));
            } catch (StoreException e) {
                log.debug("Tokens cannot be read again now; those that are known still hold", e);
            } finally {
                lock.unlock();
            }
        }
        return known.tokens();
    }

    /** Read and kept under the lock of forget(), so that rows from before a revocation are never kept after it. */
    private List<StoredToken> readAgain(Instant now, Duration age) {
        Snapshot meanwhile = snapshot;
        if (meanwhile != null && holds(meanwhile, now, age)) {
            return meanwhile.tokens();
        }
        Snapshot fresh = new Snapshot(table.all(), now);
        snapshot = fresh;
        return fresh.tokens();
    }

    private static boolean holds(Snapshot known, Instant now, Duration age) {
        return now.isBefore(known.readAt().plus(age));
    }

    private void forget() {
        lock.lock();
        try {
            snapshot = null;
        } finally {
            lock.unlock();
        }
    }

    private void refuseTaken(String name) {
        if (table.all().stream().anyMatch(token -> token.principal().name().equals(name))) {
            throw taken(name);
        }
    }

    private static IllegalArgumentException taken(String name) {
        return new IllegalArgumentException("Cannot create token '" + name + "': the name is taken");
    }

    private static Map<String, String> details(Principal principal) {
        Map<String, String> details = new TreeMap<>();
        details.put("role", principal.role().name());
        details.put("workspace", principal.scope().workspaceId());
        principal.scope().user().ifPresent(user -> details.put("user", user));
        return details;
    }

    private record Snapshot(List<StoredToken> tokens, Instant readAt) {}
}
