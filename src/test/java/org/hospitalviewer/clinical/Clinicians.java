package org.hospitalviewer.clinical;

import java.util.EnumMap;
import java.util.Map;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.peers.WebCaller;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Somebody of each role who asks the server. */
public final class Clinicians {

    private static final String PASSWORD = "clinician-password";

    private final Map<Role, WebCaller> callers = new EnumMap<>(Role.class);

    public Clinicians(Users users, int port, String prefix) {
        for (Role role : Role.values()) {
            String name = prefix + "-" + role;
            try {
                users.loadUserByUsername(name);
            } catch (UsernameNotFoundException e) {
                users.create(name, PASSWORD, "Dr. " + role, role);
            }
            callers.put(role, WebCaller.stranger(port).as(name, PASSWORD));
        }
    }

    public WebCaller as(Role role) {
        return callers.get(role);
    }
}
