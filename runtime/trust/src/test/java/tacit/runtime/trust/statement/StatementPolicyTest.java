package tacit.runtime.trust.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.trust.Digest;
import tacit.runtime.trust.Jars;
import tacit.runtime.trust.Zips;
import tacit.runtime.trust.statement.StatementPolicy.Judgement;

class StatementPolicyTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @TempDir
    Path made;

    @TempDir
    Path trust;

    private final byte[] jar = Jars.sound().bytes();
    private SigningKey key;

    @BeforeEach
    void pin() {
        key = Keys.make(made, "ann");
        Keys.pin(made, trust, "ann");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void takesAStatementThatHolds(Moment moment) {
        Judgement judgement = judge(true, jar, signed(Jars.ROLE, TODAY), moment);

        assertThat(judgement.refusals()).isEmpty();
        assertThat(judgement.keyId()).isEqualTo(key.keyId());
    }

    @Test
    void takesAStatementForAnyRoleAndForEver() {
        assertThat(judge(true, jar, signed("*", null), Moment.ACTIVATION).refusals())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void refusesAnUnsignedJarWhereASignatureIsNeeded(Moment moment) {
        assertThat(judge(true, jar, null, moment).refusals())
                .containsExactly("It is not signed: no statement came with it");
        assertThat(judge(false, jar, null, moment).refusals()).isEmpty();
    }

    @Test
    void refusesAnAlteredJar() {
        byte[] altered = Zips.with(jar, "hen/egg.txt", new byte[1]);

        assertThat(judge(true, altered, signed("*", null), Moment.START).refusals())
                .singleElement()
                .asString()
                .contains("about jar with the hash '" + Digest.of(jar) + "'");
    }

    @Test
    void refusesAnAppendedJar() {
        byte[] appended = Arrays.copyOf(jar, jar.length + 1);

        assertThat(policy(trust, true)
                        .judge(Keys.facts(jar), Digest.of(appended), signed("*", null), Moment.START)
                        .refusals())
                .singleElement()
                .asString()
                .contains("and this is '" + Digest.of(appended) + "'");
    }

    @Test
    void refusesAStatementAboutAnotherRole() {
        assertThat(judge(true, jar, signed("guard", null), Moment.ACTIVATION).refusals())
                .containsExactly("Its statement is about role 'guard', and this is 'failure-template'");
    }

    @Test
    void refusesAStatementAboutOneOfSeveralRoles() {
        byte[] two = Jars.sound().provider("guard", Runnable.class, "hen.Guard").bytes();
        String statement = Keys.statement(two, "guard", null).signedWith(key).json();

        assertThat(judge(true, two, statement, Moment.ACTIVATION).refusals())
                .singleElement()
                .asString()
                .contains("this is 'failure-template'");
    }

    @Test
    void refusesAStatementAboutAnotherBundleOrVersion() {
        Statement other = new Statement("other", "2.0.0", Digest.of(jar), "*", null, "", "").signedWith(key);

        assertThat(judge(true, jar, other.json(), Moment.ACTIVATION).refusals())
                .containsExactly(
                        "Its statement is about bundle 'other', and this is 'hen.templates'",
                        "Its statement is about version '2.0.0', and this is '1.0.0'");
    }

    @Test
    void refusesAnExpiredStatementAtItsActivationOnly() {
        String statement = signed("*", TODAY.minusDays(1));

        assertThat(judge(true, jar, statement, Moment.ACTIVATION).refusals())
                .containsExactly("Its statement was good until 2026-02-28");
        assertThat(judge(true, jar, statement, Moment.START).refusals()).isEmpty();
    }

    @Test
    void refusesAKeyThatNobodyPinned() {
        SigningKey bob = Keys.make(made, "bob");
        String statement = Keys.statement(jar, "*", null).signedWith(bob).json();

        assertThat(judge(true, jar, statement, Moment.ACTIVATION).refusals())
                .containsExactly("Its statement is signed with key '" + bob.keyId() + "', which is not pinned here");
        assertThat(judge(false, jar, statement, Moment.ACTIVATION).refusals()).hasSize(1);
    }

    @Test
    void refusesASignatureOfAnotherKeyUnderAPinnedName() {
        Statement bobs = Keys.statement(jar, "*", null).signedWith(Keys.make(made, "bob"));
        String statement = bobs.json().replace(bobs.keyId(), key.keyId());

        assertThat(judge(true, jar, statement, Moment.START).refusals())
                .singleElement()
                .asString()
                .startsWith("The signature of its statement is not that of key '" + key.keyId());
    }

    @ParameterizedTest
    @CsvSource({"hen.templates, hen.templatez", "1.0.0, 1.0.1", "2026-03-01, 2027-03-01", "failure-template, *"})
    void refusesAStatementThatWasChanged(String signed, String changed) {
        String statement = signed(Jars.ROLE, TODAY).replace(signed, changed);

        assertThat(judge(false, jar, statement, Moment.ACTIVATION).refusals())
                .singleElement()
                .asString()
                .contains("one of them was changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"bsn\":1}",
                "{\"bsn\":\"a\",\"version\":\"1\",\"sha256\":\"b\",\"role\":\"*\",\"notAfter\":\"soon\",\"keyId\":\"c\","
                        + "\"signature\":\"d\"}",
                "{\"bsn\":\"a\",\"version\":\"1\",\"sha256\":\"b\",\"role\":\"*\",\"notAfter\":null,\"keyId\":\"c\","
                        + "\"signature\":1}",
                "{\"bsn\":\"a\",\"bsn\":\"b\",\"version\":\"1\",\"sha256\":\"b\",\"role\":\"*\",\"notAfter\":null,"
                        + "\"keyId\":\"c\",\"signature\":\"d\"}",
                "{\"bsn\":\"a\\nversion=2\",\"version\":\"1\",\"sha256\":\"b\",\"role\":\"*\",\"notAfter\":null,"
                        + "\"keyId\":\"c\",\"signature\":\"d\"}"
            })
    void refusesWhatIsNoStatement(String text) {
        assertThat(judge(false, jar, text, Moment.START).refusals())
                .singleElement()
                .asString()
                .startsWith("Its statement cannot be read: ");
    }

    @Test
    void refusesAStatementOfAnyLength() {
        assertThat(judge(false, jar, " ".repeat(20_000), Moment.START).refusals())
                .singleElement()
                .asString()
                .contains("longer than 10000 characters");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void refusesARevokedKey(Moment moment) throws IOException {
        revoke("# stolen on Monday", key.keyId().toUpperCase(Locale.ROOT) + "  # ann's");

        assertThat(judge(true, jar, signed("*", null), moment).refusals())
                .containsExactly("Its statement is signed with key '" + key.keyId() + "', which is revoked");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void refusesARevokedJarSignedOrNot(Moment moment) throws IOException {
        revoke("", Digest.of(jar));

        assertThat(judge(true, jar, signed("*", null), moment).refusals()).hasSize(1);
        assertThat(judge(false, jar, null, moment).refusals())
                .containsExactly("Its hash " + Digest.of(jar) + " is revoked");
    }

    @Test
    void refusesEverythingWhileTheRevocationListCannotBeUnderstood() throws IOException {
        revoke("# typed in a hurry", "0123456789abcde");

        assertThat(judge(false, jar, null, Moment.ACTIVATION).refusals())
                .singleElement()
                .asString()
                .contains("Line 2 of revocation list")
                .contains("is neither a key id");
    }

    @Test
    void readsKeysAnewEachTime() throws IOException {
        StatementPolicy policy = policy(trust, true);
        String statement = signed("*", null);
        Files.delete(trust.resolve("keys/ann.pub"));
        assertThat(policy.judge(Keys.facts(jar), Digest.of(jar), statement, Moment.START)
                        .refusals())
                .hasSize(1);

        Keys.pin(made, trust, "ann");

        assertThat(policy.judge(Keys.facts(jar), Digest.of(jar), statement, Moment.START)
                        .refusals())
                .isEmpty();
    }

    @Test
    void takesAKeyAsPlainBase64() throws IOException {
        Path file = trust.resolve("keys/ann.pub");
        String body = Files.readString(file).replaceAll("-----.*-----", "").replaceAll("\\s", "");
        Files.writeString(file, body);

        assertThat(judge(true, jar, signed("*", null), Moment.START).refusals()).isEmpty();
    }

    @Test
    void namesAKeyThatIsNone() throws IOException {
        Files.writeString(trust.resolve("keys/ann.pub"), "not a key");

        assertThat(judge(true, jar, signed("*", null), Moment.START).refusals())
                .singleElement()
                .asString()
                .contains("not pinned here; Cannot use key 'ann.pub': it is not a public Ed25519 key");
    }

    @Test
    void saysInWordsWhatCounts() throws IOException {
        Files.write(trust.resolve("keys/egg.pub"), "egg".getBytes(StandardCharsets.UTF_8));
        revoke("0123456789abcdef", "f".repeat(64));

        assertThat(policy(trust, true).words())
                .containsExactly(
                        "key " + key.keyId() + " is pinned (ann.pub)",
                        "Cannot use key 'egg.pub': it is not a public Ed25519 key",
                        "key 0123456789abcdef is revoked",
                        "jar " + "f".repeat(64) + " is revoked");
    }

    @Test
    void hasNothingToSayOfAFolderThatIsNotThere() {
        assertThat(policy(trust.resolve("absent"), false).words()).isEmpty();
    }

    private void revoke(String... lines) throws IOException {
        Files.write(trust.resolve("revoked"), List.of(lines));
    }

    private String signed(String role, @Nullable LocalDate notAfter) {
        return Keys.statement(jar, role, notAfter).signedWith(key).json();
    }

    private Judgement judge(boolean needed, byte[] bytes, @Nullable String statement, Moment moment) {
        return policy(trust, needed).judge(Keys.facts(bytes), Digest.of(bytes), statement, moment);
    }

    private static StatementPolicy policy(Path folder, boolean needed) {
        return new StatementPolicy(folder, needed, NOON);
    }
}
