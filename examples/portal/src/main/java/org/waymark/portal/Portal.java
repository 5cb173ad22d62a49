package org.waymark.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.waymark.io.jackson.WaymarkModule;
import tools.jackson.databind.JacksonModule;

/** The portal. */
@SpringBootApplication(proxyBeanMethods = false)
public class Portal {
    /** Starts it; see {@code application.properties}. */
    public static void main(String[] arguments) {
        SpringApplication.run(Portal.class, arguments);
    }

    /** Public tables and definitions as JSON. */
    @Bean
    JacksonModule waymark() {
        return new WaymarkModule();
    }
}
