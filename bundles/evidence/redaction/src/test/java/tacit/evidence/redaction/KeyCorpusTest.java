package tacit.evidence.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys made up in the formats of their issuers, put together here so that no scanner takes the source for a leak. */
class KeyCorpusTest {

    private static final String ALPHANUMERIC = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kL9nP2rS5uV8xY1a";
    private static final String HEX = "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9";

    private final PatternRedactor redactor = new PatternRedactor();

    @ParameterizedTest
    @CsvSource({
        "gh,p_,36,github_token",
        "gh,o_,36,github_token",
        "gh,s_,36,github_token",
        "github,_pat_,40,github_token",
        "glpa,t-,20,gitlab_token",
        "sk,-ant-api03-,40,anthropic_key",
        "sk,-proj-,40,openai_key",
        "sk,-,48,api_key",
        "gs,k_,48,groq_key",
        "h,f_,34,huggingface_token",
        "xo,xb-12345-67890-,24,slack_token",
        "hooks.slack,.com/services/T00/B00/,24,slack_webhook",
        "AI,za,35,google_key",
        "ya,29.,40,google_token",
        "GOC,SPX-,28,google_client_secret",
        "sk,_live_,24,stripe_key",
        "rk,_test_,24,stripe_key",
        "wh,sec_,32,stripe_key",
        "np,m_,36,npm_token",
        "pypi,-AgEIcHlwaS5vcmc,48,pypi_token",
        "dckr,_pat_,27,docker_token",
        "hv,s.,24,vault_token"
    })
    void replacesKeysOfKnownIssuers(String first, String second, int length, String kind) {
        String key = first + second + ALPHANUMERIC.substring(0, length);

        assertThat(clean("before " + key + " behind")).isEqualTo("before [REDACTED:" + kind + "] behind");
        assertThat(clean("{\"out\":\"line\\n" + key + "\\nend\"}"))
                .isEqualTo("{\"out\":\"line\\n[REDACTED:" + kind + "]\\nend\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "AK,IA,IOSFODNN7EXAMPLE,aws_access_key",
        "AS,IA,Y34FZKBOKMUTVV7A,aws_access_key",
        "shpa,t_,0a1b2c3d4e5f60718293a4b5c6d7e8f9,shopify_token",
        "da,pi,0a1b2c3d4e5f60718293a4b5c6d7e8f9,databricks_token",
        "S,K,0a1b2c3d4e5f60718293a4b5c6d7e8f9,twilio_key"
    })
    void replacesKeysOfAnExactLength(String first, String second, String body, String kind) {
        assertThat(clean("x=" + first + second + body + ";")).contains("[REDACTED:" + kind + "]");
    }

    @Test
    void replacesJsonWebTokens() {
        String token =
                "eyJhbGciOiJIUzI1NiJ9" + "." + "eyJzdWIiOiIxMjM0NTY3ODkwIn0" + "." + ALPHANUMERIC.substring(0, 43);

        assertThat(clean("session " + token + " ended")).isEqualTo("session [REDACTED:jwt] ended");
    }

    @Test
    void replacesAPrivateKeyInsideAJsonString() {
        String block = "-----BEGIN OPENSSH PRIVATE KEY-----\\n" + ALPHANUMERIC + "\\n-----END OPENSSH PRIVATE KEY-----";

        assertThat(clean("{\"file\":\"" + block + "\\n\"}")).isEqualTo("{\"file\":\"[REDACTED:private_key]\\n\"}");
    }

    @Test
    void replacesAPrivateKeyThatIsCutOff() {
        String text = "-----BEGIN EC PRIVATE KEY-----\n" + ALPHANUMERIC + "\n" + ALPHANUMERIC.substring(0, 30);

        assertThat(clean(text)).isEqualTo("[REDACTED:private_key]");
    }

    @Test
    void leavesPublicKeysAndCertificates() {
        String text = "-----BEGIN PUBLIC KEY-----\n" + ALPHANUMERIC + "\n-----END PUBLIC KEY-----";

        assertThat(clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://app:s3cr3t@db:5432/x,postgres://app:[REDACTED:url_password]@db:5432/x",
        "https://u:p@ss@example.org/a,https://u:[REDACTED:url_password]@example.org/a",
        "redis://:hunter2@cache,redis://:[REDACTED:url_password]@cache",
        "https://example.org:8443/a@b,https://example.org:8443/a@b",
        "https://${USER}:${PASSWORD}@host/,https://${USER}:${PASSWORD}@host/"
    })
    void replacesPasswordsInAddresses(String text, String expected) {
        assertThat(clean(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "\"password\": \"correct horse\"~\"password\": \"[REDACTED:password]\"",
                "{'db_password': 'x1'}~{'db_password': '[REDACTED:password]'}",
                "{\\\"apiKey\\\": \\\"abc\\\", \\\"n\\\": 1}~{\\\"apiKey\\\": \\\"[REDACTED:api_key]\\\", \\\"n\\\": 1}",
                "https://h/p?access_token=abc123&page=2~https://h/p?access_token=[REDACTED:token]&page=2",
                "export PGPASSWORD=hunter2~export PGPASSWORD=[REDACTED:password]",
                "mysql --password hunter2 -h db~mysql --password [REDACTED:password] -h db",
                "X-Api-Key: 12ab34cd~X-Api-Key: [REDACTED:api_key]",
                "AccountKey=ab+cd/ef==;EndpointSuffix=x~AccountKey=[REDACTED:api_key];EndpointSuffix=x",
                "the password is hunter2.~the password is [REDACTED:password].",
                "CREATE USER a PASSWORD 'pw'~CREATE USER a PASSWORD '[REDACTED:password]'",
                "Authorization: Basic dXNlcjpwYXNz~Authorization: Basic [REDACTED:basic_credentials]",
                "Authorization: Token 0a1b2c3d~Authorization: [REDACTED:authorization]",
                "Cookie: sid=abc; theme=dark~Cookie: [REDACTED:cookie]",
                "password=a,b~password=[REDACTED:password]",
                "client_secret: zQ9~client_secret: [REDACTED:secret]"
            })
    void replacesValuesByTheNamesOfTheirFields(String text, String expected) {
        assertThat(clean(text)).isEqualTo(expected);
    }

    @Test
    void replacesARandomRunThatTheTextAnnounces() {
        assertThat(clean("Your new key: " + ALPHANUMERIC.substring(0, 40)))
                .isEqualTo("Your new key: [REDACTED:random_token]");
        assertThat(clean("hash " + HEX + " and " + ALPHANUMERIC.substring(0, 40)))
                .isEqualTo("hash " + HEX + " and " + ALPHANUMERIC.substring(0, 40));
    }

    private String clean(String text) {
        return redactor.redact(text).text();
    }
}
