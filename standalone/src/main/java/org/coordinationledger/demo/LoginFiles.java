package org.coordinationledger.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.coordinationledger.actor.Role;
import org.coordinationledger.service.PrivateFile;
import org.coordinationledger.service.identity.User;
import org.coordinationledger.service.identity.UsersFile;
import org.coordinationledger.vocabulary.OrganisationId;

/** The files that hold the demonstration's logins; only their owner can read them. */
final class LoginFiles {

    /** The lowest strength there is: passwords of 96 random bits need no slow hash, and there are hundreds of them. */
    private static final int HASH_STRENGTH = 4;

    private LoginFiles() {}

    /** Writes the users file that the service reads, which has hashes only. */
    static void writeUsers(List<Login> logins, Path file) {
        new UsersFile(file).write(logins.stream()
                .map(l -> new User(
                        l.username(),
                        UsersFile.hash(l.password(), HASH_STRENGTH),
                        l.person(),
                        new OrganisationId(l.organisation()),
                        Role.valueOf(l.role())))
                .toList());
    }

    /** Writes a file for people, with passwords. */
    static void writeCsv(List<Login> logins, Path file) throws IOException {
        StringBuilder csv = new StringBuilder("username,password,role,organisation\n");
        for (Login login : logins) {
            csv.append(String.join(",", login.username(), login.password(), login.role()))
                    .append(",\"")
                    .append(login.organisationName().replace("\"", "\"\""))
                    .append("\"\n");
        }
        PrivateFile.create(file, csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
