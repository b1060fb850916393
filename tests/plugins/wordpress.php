<?php
/*
 * The few functions of WordPress that the plug-in calls, as far as its calls to the service need them; then the
 * calls themselves. Reads {"url", "key", "profile", "do": [...]} from standard input, writes JSON.
 * What WordPress itself does (rights, nonces, filters) is not imitated here: tests/browser/test_wordpress.py has it.
 */

declare(strict_types=1);

define( 'ABSPATH', __DIR__ );
error_reporting( E_ALL );
set_error_handler( static function ( int $level, string $words ): bool { throw new ErrorException( $words, 0, $level ); } );

$asked = json_decode( file_get_contents( 'php://stdin' ), true, 512, JSON_THROW_ON_ERROR );
$sent  = array();

final class WP_Error {
	public string $code;
	public string $message;

	public function __construct( string $code, string $message, array $data = array() ) {
		[ $this->code, $this->message ] = array( $code, $message );
	}

	public function get_error_code(): string {
		return $this->code;
	}
}

function is_wp_error( $value ): bool { return $value instanceof WP_Error; }
function __( string $words ): string { return $words; }
function add_action(): void {}
function add_filter(): void {}
function untrailingslashit( string $url ): string { return rtrim( $url, '/' ); }
function wp_json_encode( $value ) { return json_encode( $value ); }
function wp_kses_post( string $html ): string { return $html; }
function sanitize_html_class( string $name ): string { return preg_replace( '/[^A-Za-z0-9_-]/', '', $name ); }
function esc_url( string $url ): string { return htmlspecialchars( $url ); }
function esc_url_raw( string $url, array $schemes ): string { return in_array( parse_url( $url, PHP_URL_SCHEME ), $schemes, true ) ? $url : ''; }
function esc_attr( string $words ): string { return htmlspecialchars( $words ); }
function get_option( string $name, $default ) { global $asked; return $asked['settings']; }
function wp_remote_retrieve_response_code( array $answer ): int { return $answer['status']; }
function wp_remote_retrieve_body( array $answer ): string { return $answer['body']; }

/** As WordPress does it: an answer of any status is an answer, silence is an error. */
function wp_remote_post( string $url, array $options ) {
	global $sent;
	$sent[] = array( 'url' => $url, 'headers' => $options['headers'] );
	$call   = curl_init( $url );
	$lines  = array_map( static fn( $name, $value ) => "$name: $value", array_keys( $options['headers'] ), $options['headers'] );
	curl_setopt_array( $call, array(
		CURLOPT_POSTFIELDS     => $options['body'],
		CURLOPT_HTTPHEADER     => $lines,
		CURLOPT_TIMEOUT        => $options['timeout'],
		CURLOPT_FOLLOWLOCATION => $options['redirection'] > 0,
		CURLOPT_RETURNTRANSFER => true,
	) );
	$body = curl_exec( $call );
	return false === $body ? new WP_Error( 'http_request_failed', curl_error( $call ) ) : array( 'status' => curl_getinfo( $call, CURLINFO_RESPONSE_CODE ), 'body' => $body );
}

foreach ( array( 'service', 'markup', 'result', 'settings', 'rest' ) as $part ) {
	require dirname( __DIR__, 2 ) . "/plugins/wordpress/cleaner/includes/$part.php";
}

function said( $value ) {
	return is_wp_error( $value ) ? array( 'error' => $value->get_error_code() ) : $value;
}

$out     = array();
$cleaned = Cleaner\clean_page( $asked['page'], $asked['page_url'] ?? '' );
if ( is_wp_error( $cleaned ) ) {
	$out = said( $cleaned );
} else {
	$stored = json_decode( json_encode( $cleaned['result'] ) ); // As it comes back out of the database.
	$out    = array( 'html' => $cleaned['html'], 'blocks' => Cleaner\to_blocks( $cleaned['html'] ), 'view' => Cleaner\view( $stored ) );
	if ( isset( $asked['restore'] ) ) {
		$cuts           = array_filter( Cleaner\cuts( $stored ), static fn( $entry ) => str_contains( $entry->text, $asked['restore'] ) );
		$entry          = current( $cuts );
		$answer         = Cleaner\restore_blocks( $stored, array( $entry->id ) );
		$at             = Cleaner\place_of( $entry, $answer );
		$out['restore'] = array( 'at' => $at, 'html' => Cleaner\block_html( $answer->article->body[ $at ] ), 'before' => $answer->article->body[ $at - 1 ]->text );
		$out['unknown'] = said( Cleaner\restore_blocks( $stored, array( 99999 ) ) );
	}
}
$out['sent']      = $sent;
$out['sanitized'] = isset( $asked['form'] ) ? Cleaner\sanitize_settings( $asked['form'] ) : null;
echo json_encode( $out, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR );
