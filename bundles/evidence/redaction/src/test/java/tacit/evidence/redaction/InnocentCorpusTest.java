package tacit.evidence.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnocentCorpusTest {

    private final PatternRedactor redactor = new PatternRedactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit 3f786850e387550fdab836ed7e6dc881de23001b",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "id 123e4567-e89b-12d3-a456-426614174000 not found",
                "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "primary_key=id, foreign_key=user_id",
                "max_tokens=4096 and input_tokens: 1234",
                "\"total_tokens\": 812, \"token_count\": 77",
                "next_page_token: CAUQAA",
                "SyntaxError: Unexpected token: identifier",
                "JSON parse error: Unrecognized token 'foo': was expecting null",
                "Unexpected token < in JSON at position 0",
                "String token = null;",
                "token = tokenizer.next()",
                "password = getpass.getpass()",
                "login(user=user, password=password)",
                "api_key=os.environ[\"OPENAI_API_KEY\"]",
                "apiKey: process.env.API_KEY",
                "password: str, token: Optional[str]",
                "{\"password\": \"<your password>\", \"token\": \"${TOKEN}\"}",
                "{\"password\": null, \"secret\": false}",
                "{\"errors\": {\"password\": \"is required\"}}",
                "SELECT password FROM users WHERE password = ?",
                "Password: must be at least eight characters long",
                "uses bearer authentication for every call",
                "send the bearer token in the header",
                "WWW-Authenticate: Bearer realm=\"x\"",
                "the standard bearer walked in front",
                "basic training lasted six weeks",
                "a basic understanding of the matter",
                "PWD=/home/agent/work",
                "credentials: include",
                "auth: required",
                "the secret of good soup: patience and salt",
                "task-1 and risk-free and disk-usage",
                "pip install sk-learn",
                "locale sk-SK",
                "eyJust a name",
                "https://example.org/a/b?x=1&y=2#frag",
                "git@github.com:owner/project.git",
                "mailto:someone@example.org",
                "if token == \"SELECT\": advance()",
                "while (token != null) token = next;",
                "Error: column 'author_id' does not exist",
                "Table 'shop.customers' doesn't exist",
                "org.springframework.security.authentication.AuthenticationManager",
                "com.example.TokenServiceImplementationFactory2Builder",
                "/usr/lib/python3/dist-packages/pkg_resources/extern/packaging/version.py",
                "rows: [(1, 'Ann'), (2, 'Bob')]",
                "12:30:45 step 3: key pressed",
                "password=[REDACTED:password] and token: ****",
                "var cookie=document.cookie.match(/pref=([^;]+)/)",
                "{\"csrfToken\":\"+\"}",
                "--max-tokens 5 --token TOKEN"
            })
    void leavesInnocentTextAsItIs(String text) {
        assertThat(redactor.redact(text).text()).isEqualTo(text);
        assertThat(redactor.redact(text).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "db.password",
                "PGPASSWORD",
                "x-api-key",
                "apiKey",
                "API_KEY",
                "AwsSecretAccessKey",
                "http.request.header.authorization",
                "http.request.header.cookie",
                "access_token",
                "clientSecret",
                "user.credentials",
                "ssh_key",
                "PASSWORD2",
                "aws_access_key_id"
            })
    void knowsTheNamesOfSecrets(String name) {
        assertThat(redactor.secretName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gen_ai.usage.input_tokens",
                "gen_ai.token.type",
                "llm.token_count.prompt",
                "tokenizer",
                "author",
                "authentication.method",
                "secretary",
                "key",
                "primary_key",
                "session.id",
                "next_page_token",
                "passport",
                "password_policy",
                "",
                "gen_ai.tool.name",
                "monkey",
                "keyboard"
            })
    void knowsTheNamesThatOnlyLookLikeSecrets(String name) {
        assertThat(redactor.secretName(name)).isFalse();
    }
}
