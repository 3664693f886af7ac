package tacit.pulse.signals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals.FamilyCount;
import tacit.api.pulse.Signals.Fate;
import tacit.api.pulse.Signals.Filter;
import tacit.api.pulse.Signals.State;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Row;
import tacit.api.store.Session;

/** Looks at signals in whatever state. Confined to one transaction. */
final class SignalList {

    private final Session session;
    private final Instant now;

    SignalList(Session session, Instant now) {
        this.session = session;
        this.now = now;
    }

    Optional<Signal> find(String id) {
        return session.selectOne("SELECT * FROM signals WHERE id = ?", SignalRow::signal, id);
    }

    /** The newest first. */
    Page<Signal> page(Filter filter, PageRequest page) {
        List<@Nullable Object> values = new ArrayList<>();
        String where = where(filter, values);
        long total = session.selectOne(
                        "SELECT COUNT(*) AS there FROM signals" + where, row -> row.number("there"), values.toArray())
                .orElse(0L);
        values.add(page.limit());
        values.add(page.offset());
        List<Signal> rows = session.select(
                "SELECT * FROM signals" + where + " ORDER BY id DESC LIMIT ? OFFSET ?",
                SignalRow::signal,
                values.toArray());
        return new Page<>(rows, page.offset(), total);
    }

    private String where(Filter filter, List<@Nullable Object> values) {
        List<String> conditions = new ArrayList<>();
        add(conditions, values, "profile_id = ?", filter.profileId());
        add(conditions, values, "workspace_id = ?", filter.workspaceId());
        add(conditions, values, "family = ?", name(filter.family()));
        if (filter.state() != null) {
            state(filter.state(), conditions, values);
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** What expired and was not looked at since counts as expired. */
    private void state(State state, List<String> conditions, List<@Nullable Object> values) {
        if (state == State.EXPIRED) {
            conditions.add("(state = 'EXPIRED' OR (live = 1 AND settles_at <= ?))");
            values.add(now);
            return;
        }
        add(conditions, values, "state = ?", state.name());
        if (state == State.OPEN || state == State.DEFERRED) {
            add(conditions, values, "settles_at > ?", now);
        }
    }

    private static void add(
            List<String> conditions, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static @Nullable String name(@Nullable SignalFamily family) {
        return family == null ? null : family.name();
    }

    List<FamilyCount> families(String profileId) {
        return session
                .select(
                        "SELECT family, COUNT(*) AS there, SUM(merged_count) AS told, MAX(strength) AS strongest"
                                + " FROM signals WHERE waiting_profile = ? AND settles_at > ? GROUP BY family",
                        row -> new FamilyCount(
                                SignalFamily.valueOf(row.text("family")),
                                Math.toIntExact(row.number("there")),
                                row.number("told"),
                                row.real("strongest")),
                        profileId,
                        now)
                .stream()
                .sorted((one, other) -> one.strength() == other.strength()
                        ? one.family().compareTo(other.family())
                        : Double.compare(other.strength(), one.strength()))
                .toList();
    }

    List<Fate> fates(Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> session
                        .selectOne(
                                "SELECT id, state, live, settles_at, ended_by, ended_reason FROM signals"
                                        + " WHERE id = ?",
                                this::fate,
                                id)
                        .stream())
                .toList();
    }

    private Fate fate(Row row) {
        Instant settles = row.time("settles_at");
        boolean waits = row.number("live") == 1;
        boolean expired = waits && !settles.isAfter(now);
        return new Fate(
                row.text("id"),
                expired ? State.EXPIRED : State.valueOf(row.text("state")),
                waits && !expired ? null : settles,
                row.optionalText("ended_by").orElse(null),
                row.optionalText("ended_reason").orElse(null));
    }
}
