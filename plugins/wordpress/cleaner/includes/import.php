<?php
/**
 * Posts that come through the REST API with `cleaner_clean: true` are cleaned before they are stored.
 * When the service fails, the post is stored as it came, and its field `cleaner` says so.
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

namespace Cleaner;

defined( 'ABSPATH' ) || exit;

/** Between the two hooks of one request: what cleaning gave, the result or the error. */
final class Import {
	private static ?\SplObjectStorage $outcomes = null;

	/** @return \stdClass The prepared post. Runs after the REST API has checked that the user may write it. */
	public static function before( \stdClass $prepared, \WP_REST_Request $request ): \stdClass {
		if ( ! rest_sanitize_boolean( $request['cleaner_clean'] ?? false ) || '' === trim( $prepared->post_content ?? '' ) ) {
			return $prepared;
		}
		$cleaned = clean_page( $prepared->post_content, (string) ( $request['cleaner_url'] ?? '' ) );
		self::outcomes()[ $request ] = is_wp_error( $cleaned ) ? $cleaned : $cleaned['result'];
		return is_wp_error( $cleaned ) ? $prepared : self::filled( $prepared, $cleaned );
	}

	public static function after( \WP_Post $post, \WP_REST_Request $request ): void {
		$outcome = self::outcomes()[ $request ] ?? null;
		if ( $outcome instanceof \WP_Error ) {
			save_failure( $post->ID, $outcome );
		} elseif ( $outcome ) {
			save_result( $post->ID, $outcome );
		}
	}

	/** What an importer reads of a post. */
	public static function field( array $post ): array {
		$failure = get_post_meta( $post['id'], FAILURE, true );
		$result  = load_result( $post['id'] );
		$state   = $failure ? 'unchanged' : ( $result ? 'cleaned' : 'untouched' );
		return array( 'state' => $state, 'reason' => $failure ?: null, 'cuts' => $result ? count( cuts( $result ) ) : 0 );
	}

	/** Title and excerpt that the importer wrote are kept. */
	private static function filled( \stdClass $prepared, array $cleaned ): \stdClass {
		$article                = $cleaned['result']->article;
		$prepared->post_content = to_blocks( $cleaned['html'] );
		if ( '' === trim( $prepared->post_title ?? '' ) ) {
			$prepared->post_title = esc_html( (string) $article->title );
		}
		if ( '' === trim( $prepared->post_excerpt ?? '' ) ) {
			$prepared->post_excerpt = esc_html( (string) $article->summary );
		}
		return $prepared;
	}

	private static function outcomes(): \SplObjectStorage {
		return self::$outcomes ??= new \SplObjectStorage();
	}
}

add_filter( 'rest_pre_insert_post', array( Import::class, 'before' ), 10, 2 );
add_action( 'rest_after_insert_post', array( Import::class, 'after' ), 10, 2 );
add_action(
	'rest_api_init',
	static function (): void {
		$schema = array( 'type' => 'object', 'context' => array( 'edit' ), 'readonly' => true );
		register_rest_field( 'post', 'cleaner', array( 'get_callback' => array( Import::class, 'field' ), 'schema' => $schema ) );
	}
);
