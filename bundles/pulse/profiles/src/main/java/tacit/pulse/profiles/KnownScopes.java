package tacit.pulse.profiles;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.api.store.Session;

/** What the scopes of somebody say, read again only after something changed. Thread-safe. */
final class KnownScopes {

    private static final Duration UNCHECKED = Duration.ofSeconds(5);
    private static final int MOST = 1000;

    private final Map<Subject, Map<SettingScope, Map<String, String>>> said = new HashMap<>();
    private long version = -1;
    private @Nullable Instant checkedAt;
    private long changes;

    /** As it is in this transaction. */
    synchronized Map<SettingScope, Map<String, String>> of(Session session, Subject subject) {
        SettingRows rows = new SettingRows(session);
        long there = rows.version();
        if (there != version || said.size() >= MOST) {
            said.clear();
            version = there;
        }
        return said.computeIfAbsent(subject, rows::of);
    }

    /** As it was a few seconds ago at the most, with all that {@link #changed} told of. */
    Map<SettingScope, Map<String, String>> of(Database database, Subject subject, Instant now) {
        long before;
        synchronized (this) {
            Map<SettingScope, Map<String, String>> known = isRecent(now) ? said.get(subject) : null;
            if (known != null) {
                return known;
            }
            before = changes;
        }
        Map<SettingScope, Map<String, String>> found = database.read(session -> of(session, subject));
        checked(before, now);
        return found;
    }

    private boolean isRecent(Instant now) {
        return checkedAt != null && Duration.between(checkedAt, now).abs().compareTo(UNCHECKED) < 0;
    }

    private synchronized void checked(long before, Instant now) {
        if (changes == before) {
            checkedAt = now;
        }
    }

    /** Something was changed here. */
    synchronized void changed() {
        changes++;
        checkedAt = null;
    }
}
