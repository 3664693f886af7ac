package tacit.runtime.trust.statement;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust.Moment;

/** Judges the statement that came with a jar, and whether the jar or its key was revoked. Thread-safe. */
public final class StatementPolicy {

    private final TrustFolder folder;
    private final boolean needed;
    private final Clock clock;

    /**
     * A policy over one folder.
     *
     * @param folder holds {@code keys/*.pub} and {@code revoked}
     * @param needed whether a jar without a statement is refused
     */
    public StatementPolicy(Path folder, boolean needed, Clock clock) {
        this.folder = new TrustFolder(folder);
        this.needed = needed;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param refusals each a sentence; empty when nothing speaks against the jar
     * @param keyId the pinned key whose statement holds; null without one
     */
    public record Judgement(List<String> refusals, @Nullable String keyId) {

        public Judgement {
            refusals = List.copyOf(refusals);
        }

        private static Judgement refused(String reason) {
            return new Judgement(List.of(reason), null);
        }
    }

    public Judgement judge(BundleFacts facts, String sha256, @Nullable String statement, Moment moment) {
        Set<String> revoked;
        try {
            revoked = folder.revoked();
        } catch (IllegalArgumentException e) {
            return Judgement.refused(String.valueOf(e.getMessage()));
        }
        if (revoked.contains(sha256)) {
            return Judgement.refused("Its hash " + sha256 + " is revoked");
        }
        if (statement == null) {
            return needed
                    ? Judgement.refused("It is not signed: no statement came with it")
                    : new Judgement(List.of(), null);
        }
        try {
            return judge(facts, sha256, Statement.read(statement), moment, revoked);
        } catch (IllegalArgumentException e) {
            return Judgement.refused("Its statement cannot be read: " + e.getMessage());
        }
    }

    private Judgement judge(BundleFacts facts, String sha256, Statement statement, Moment moment, Set<String> revoked) {
        if (revoked.contains(statement.keyId())) {
            return Judgement.refused("Its statement is signed with key '" + statement.keyId() + "', which is revoked");
        }
        TrustFolder.Keys keys = folder.keys();
        Optional<PinnedKey> key = keys.pinned().stream()
                .filter(pinned -> pinned.id().equals(statement.keyId()))
                .findFirst();
        if (key.isEmpty()) {
            return Judgement.refused("Its statement is signed with key '" + statement.keyId()
                    + "', which is not pinned here" + among(keys.complaints()));
        }
        if (!key.get().signed(statement)) {
            return Judgement.refused("The signature of its statement is not that of key '" + statement.keyId()
                    + "': one of them was changed");
        }
        List<String> refusals = new ArrayList<>(mismatches(facts, sha256, statement));
        LocalDate notAfter = statement.notAfter();
        if (moment == Moment.ACTIVATION && notAfter != null && today().isAfter(notAfter)) {
            refusals.add("Its statement was good until " + notAfter);
        }
        return new Judgement(refusals, refusals.isEmpty() ? statement.keyId() : null);
    }

    private static List<String> mismatches(BundleFacts facts, String sha256, Statement statement) {
        List<String> mismatches = new ArrayList<>();
        compare("jar with the hash", statement.sha256(), sha256, mismatches);
        compare("bundle", statement.bsn(), facts.symbolicName(), mismatches);
        compare("version", statement.version(), facts.version(), mismatches);
        if (!statement.role().equals(Statement.ANY_ROLE)) {
            facts.roles().keySet().forEach(role -> compare("role", statement.role(), role, mismatches));
        }
        return mismatches;
    }

    private static void compare(String what, String signed, String found, List<String> mismatches) {
        if (!signed.equals(found)) {
            mismatches.add("Its statement is about " + what + " '" + signed + "', and this is '" + found + "'");
        }
    }

    private static String among(List<String> complaints) {
        return complaints.isEmpty() ? "" : "; " + String.join("; ", complaints);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The keys and what is revoked, in words, a line each. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        TrustFolder.Keys keys = folder.keys();
        keys.pinned().forEach(key -> words.add("key " + key.id() + " is pinned (" + key.name() + ")"));
        words.addAll(keys.complaints());
        try {
            folder.revoked()
                    .forEach(
                            revoked -> words.add((revoked.length() == 16 ? "key " : "jar ") + revoked + " is revoked"));
        } catch (IllegalArgumentException e) {
            words.add(e.getMessage() + ": nothing may run until that is mended");
        }
        return words;
    }
}
