package tacit.pulse.mind;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.ProfileReferences;
import tacit.api.store.Database;
import tacit.api.store.Session;
import tacit.api.store.Work;

/** The tables of reflection, the time, and words that may be kept. Thread-safe. */
@Component(service = {Mind.class, ProfileReferences.class})
public final class Mind implements ProfileReferences {

    private final Database database;
    private final Redactor redactor;
    private final Clock clock;

    @Activate
    public Mind(@Reference Database database, @Reference Redactor redactor, @Reference Clock clock) {
        this.database = database;
        this.redactor = redactor;
        this.clock = clock;
        database.migrate("tacit.pulse.mind", Mind.class);
    }

    public <T> T read(Work<T> work) {
        return database.read(work);
    }

    public <T> T write(Work<T> work) {
        return database.write(work);
    }

    /** The time as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A text without secrets and line breaks, cut where it is too long; never blank. */
    public String words(String text, int longest) {
        String clean = redactor.redact(text).text().replaceAll("\\s+", " ").strip();
        if (clean.isEmpty()) {
            return "(nothing said)";
        }
        if (clean.length() <= longest) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return clean.substring(0, end) + "…";
    }

    @Override
    public String name() {
        return "reflections";
    }

    @Override
    public boolean refersTo(Session session, String profileId) {
        return session.selectOne(
                        "SELECT COUNT(*) AS rows_there FROM mind_runs WHERE profile_id = ?",
                        row -> row.number("rows_there"),
                        profileId)
                .filter(rows -> rows > 0)
                .isPresent();
    }
}
