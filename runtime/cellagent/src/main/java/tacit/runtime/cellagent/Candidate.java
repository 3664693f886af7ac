package tacit.runtime.cellagent;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What to start and what it will be asked.
 *
 * @param jar the bundle
 * @param configurations PID to settings
 * @param roles the roles that will be asked
 * @param targets whom recorded calls asked inside: roles or interfaces
 * @param longestAnswer in characters
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and made once for each process
record Candidate(
        byte[] jar,
        SortedMap<String, Map<String, Object>> configurations,
        List<String> roles,
        List<String> targets,
        int longestAnswer) {}
