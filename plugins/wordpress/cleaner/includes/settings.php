<?php
/**
 * Settings > Cleaner: address, key, profile.
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

namespace Cleaner;

defined( 'ABSPATH' ) || exit;

const OPTION   = 'cleaner_settings';
const DEFAULTS = array( 'url' => 'http://127.0.0.1:8000', 'key' => '', 'profile' => 'body' );
const PROFILES = array( 'article', 'body', 'illustrated', 'illustrated-body' );

function setting( string $name ): string {
	$saved = get_option( OPTION, array() );
	return (string) ( ( is_array( $saved ) ? $saved : array() ) + DEFAULTS )[ $name ];
}

/** The key; CLEANER_KEY in wp-config.php keeps it out of the database. */
function service_key(): string {
	return defined( 'CLEANER_KEY' ) ? (string) constant( 'CLEANER_KEY' ) : setting( 'key' );
}

/** What the form sent, made fit; what is not fit stays as it was. An empty key field keeps the saved key. */
function sanitize_settings( $sent ): array {
	$sent    = is_array( $sent ) ? $sent : array();
	$url     = esc_url_raw( trim( (string) ( $sent['url'] ?? '' ) ), array( 'http', 'https' ) );
	$key     = trim( (string) ( $sent['key'] ?? '' ) );
	$profile = (string) ( $sent['profile'] ?? '' );
	return array(
		'url'     => '' !== $url ? untrailingslashit( $url ) : setting( 'url' ),
		'key'     => empty( $sent['forget'] ) ? ( preg_match( '/^[\x21-\x7e]+$/', $key ) ? $key : setting( 'key' ) ) : '',
		'profile' => in_array( $profile, PROFILES, true ) ? $profile : setting( 'profile' ),
	);
}

add_action(
	'admin_init',
	static function (): void {
		register_setting( 'cleaner', OPTION, array( 'type' => 'array', 'sanitize_callback' => __NAMESPACE__ . '\sanitize_settings', 'show_in_rest' => false ) );
	}
);

add_action(
	'admin_menu',
	static function (): void {
		add_options_page( __( 'Cleaner', 'cleaner' ), __( 'Cleaner', 'cleaner' ), 'manage_options', 'cleaner', __NAMESPACE__ . '\settings_page' );
	}
);

/** The page; its nonce is checked by options.php, which settings_fields() names. */
function settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html__( 'Cleaner', 'cleaner' ) . '</h1><form method="post" action="options.php">';
	settings_fields( 'cleaner' );
	echo '<table class="form-table" role="presentation">';
	row( 'url', __( 'Address of the service', 'cleaner' ), '<input class="regular-text" type="url" id="cleaner-url" name="cleaner_settings[url]" required value="' . esc_attr( setting( 'url' ) ) . '">' );
	row( 'key', __( 'Key', 'cleaner' ), key_field() );
	row( 'profile', __( 'What goes into the post', 'cleaner' ), profile_field() );
	echo '</table>';
	submit_button();
	echo '</form></div>';
}

/** A row of the form; `$field` is HTML of our own. */
function row( string $name, string $label, string $field ): void {
	echo '<tr><th scope="row"><label for="cleaner-' . esc_attr( $name ) . '">' . esc_html( $label ) . '</label></th><td>' . $field . '</td></tr>'; // phpcs:ignore WordPress.Security.EscapeOutput
}

/** The saved key is never printed. */
function key_field(): string {
	if ( defined( 'CLEANER_KEY' ) ) {
		return '<code id="cleaner-key">CLEANER_KEY</code> ' . esc_html__( 'in wp-config.php is in use.', 'cleaner' );
	}
	$hint  = '' === setting( 'key' ) ? __( 'None is saved.', 'cleaner' ) : __( 'One is saved. Leave this empty to keep it.', 'cleaner' );
	$field = '<input class="regular-text" type="password" id="cleaner-key" name="cleaner_settings[key]" value="" autocomplete="off" aria-describedby="cleaner-key-hint">';
	$field .= '<p class="description" id="cleaner-key-hint">' . esc_html( $hint ) . '</p>';
	$field .= '<label><input type="checkbox" name="cleaner_settings[forget]" value="1"> ' . esc_html__( 'Forget the saved key', 'cleaner' ) . '</label>';
	return $field;
}

function profile_field(): string {
	$names   = array(
		'article'          => __( 'Lead and body', 'cleaner' ),
		'body'             => __( 'Body only (the lead becomes the excerpt)', 'cleaner' ),
		'illustrated'      => __( 'Lead and body, with pictures in place', 'cleaner' ),
		'illustrated-body' => __( 'Body with pictures in place', 'cleaner' ),
	);
	$options = '';
	foreach ( $names as $value => $name ) {
		$options .= '<option value="' . esc_attr( $value ) . '"' . selected( setting( 'profile' ), $value, false ) . '>' . esc_html( $name ) . '</option>';
	}
	return '<select id="cleaner-profile" name="cleaner_settings[profile]">' . $options . '</select>';
}
